/** The fields of a CalendarEntry, or of one occurrence of it. */
import { showTime } from '../api/api-time';
import type { Reader } from '../api/reader';
import { absent, toMany, toOne, type ResourceType } from '../api/resource-type';
import { stampFields } from '../api/stamp-fields';
import { zoneName } from '../api/zone-name';
import { attendingCalendars, entryPermission } from '../calendar-permission';
import { calendarResource } from '../calendars/calendar-resource';
import { entityTag } from '../entity-tag';
import type { EventType, ExternalProperty } from '../entities';
import { attendeeResource } from './attendee-resource';
import { shownTimes } from './entry-schedule';
import { wholeEntry, type EntryView } from './entry-view';
import { matterResource } from './matter-resource';

const externalPropertyResource: ResourceType<ExternalProperty> = {
  name: 'ExternalProperty',
  scalars: {
    ...stampFields<ExternalProperty>('ExternalProperty', ({ id }) => id),
    name: (property) => property.name,
    value: (property) => property.value,
  },
  nested: {},
};

const eventTypeResource: ResourceType<EventType> = {
  name: 'CalendarEntryEventType',
  scalars: {
    ...stampFields<EventType>('CalendarEntryEventType', ({ id }) => id),
    color: (eventType) => eventType.color,
    name: (eventType) => eventType.name,
  },
  nested: {},
};

/** Whether this reader gets to know no more than when the entry is. */
export function isMasked({ entry }: EntryView, reader: Reader): boolean {
  const { user, state, switches } = reader;
  return switches.limitedViewerSees === 'times' && entryPermission(entry, user, state) === 'limited_viewer';
}

export function viewTag({ id, entry }: EntryView): string {
  return entityTag('CalendarEntry', id, entry.version);
}

const scalars: ResourceType<EntryView>['scalars'] = {
  id: (view) => view.id,
  etag: viewTag,
  summary: (view, reader) => (isMasked(view, reader) ? 'Busy' : view.entry.summary),
  description: (view, reader) => (isMasked(view, reader) ? null : view.entry.description),
  location: (view, reader) => (isMasked(view, reader) ? null : view.entry.location),
  start_at: ({ schedule }, reader) => showTime(shownTimes(schedule, reader).startAtMs, reader.user.timeZone),
  end_at: ({ schedule }, reader) => showTime(shownTimes(schedule, reader).endAtMs, reader.user.timeZone),
  all_day: ({ schedule }) => schedule.kind === 'all-day',
  recurrence_rule: ({ entry }) => entry.recurrenceRule,
  parent_calendar_entry_id: ({ entry, occurrenceDateMs }) =>
    occurrenceDateMs === null ? entry.parentId : entry.id,
  court_rule: ({ entry }) => entry.courtRule,
  created_at: ({ entry }, { user }) => showTime(entry.createdAtMs, user.timeZone),
  updated_at: ({ entry }, { user }) => showTime(entry.updatedAtMs, user.timeZone),
  permission: ({ entry }, { user, state }) => entryPermission(entry, user, state),
  calendar_owner_id: ({ entry }) => entry.calendarOwnerId,
  start_at_time_zone: ({ entry }, { switches }) => zoneName(entry.timeZone, switches.timeZoneNames),
  time_entries_count: () => 0,
};

function parentOf({ entry, occurrenceDateMs }: EntryView, { state }: Reader): EntryView | undefined {
  if (occurrenceDateMs !== null) return wholeEntry(entry);
  const parent = entry.parentId === null ? undefined : state.calendarEntries.get(entry.parentId);
  return parent === undefined ? undefined : wholeEntry(parent);
}

const baseResource: ResourceType<EntryView> = { name: 'CalendarEntry', scalars, nested: {} };

export const calendarEntryResource: ResourceType<EntryView> = {
  name: 'CalendarEntry',
  scalars,
  nested: {
    time_entries: absent([]),
    // Without a plan that has it and a linked Zoom account it stays null, also after a create that asked for it.
    conference_meeting: absent(null),
    matter_docket: absent(null),
    reminders: absent([]),
    parent_calendar_entry: toOne(baseResource, parentOf),
    calendar_owner: toOne(calendarResource, ({ entry }, { state }) =>
      state.calendars.get(entry.calendarOwnerId),
    ),
    calendar_entry_event_type: toOne(eventTypeResource, ({ entry }, { state }) =>
      entry.eventTypeId === null ? undefined : state.eventTypes.get(entry.eventTypeId),
    ),
    matter: toOne(matterResource, ({ entry }, { state }) =>
      entry.matterId === null ? undefined : state.matters.get(entry.matterId),
    ),
    attendees: toMany(attendeeResource, (view, reader) =>
      isMasked(view, reader) ? [] : view.entry.attendees,
    ),
    calendars: toMany(calendarResource, ({ entry }, { state }) => {
      const owner = state.calendars.get(entry.calendarOwnerId);
      return [...(owner === undefined ? [] : [owner]), ...attendingCalendars(entry, state)];
    }),
    external_properties: toMany(externalPropertyResource, (view, reader) =>
      isMasked(view, reader) ? [] : view.entry.externalProperties,
    ),
  },
};
