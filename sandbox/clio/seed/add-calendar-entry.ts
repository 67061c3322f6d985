/** Puts entries into a firm's calendars without HTTP, for seeds and for tests that need a lot of them. */
import type { CalendarEntry, ClioState, Schedule } from '../entities';
import { nextRecordId } from '../record-ids';

export interface EntryDraft extends Partial<
  Pick<
    CalendarEntry,
    'description' | 'location' | 'recurrenceRule' | 'exceptDatesMs' | 'matterId' | 'eventTypeId' | 'courtRule'
  >
> {
  readonly calendarOwnerId: number;
  readonly summary: string;
  readonly schedule: Schedule;
  /** The zone of the user whose calendar it is on, when left out; UTC where there is no user. */
  readonly timeZone?: string;
  readonly attendees?: readonly { readonly type: 'Contact' | 'Calendar'; readonly recordId: number }[];
  readonly externalProperties?: readonly { readonly name: string; readonly value: string }[];
  /** Epoch milliseconds; the start of the entry when left out. */
  readonly createdAtMs?: number;
}

function zoneOf(state: ClioState, calendarOwnerId: number): string {
  const userId = state.calendars.get(calendarOwnerId)?.userId;
  return (typeof userId === 'number' ? state.users.get(userId)?.timeZone : undefined) ?? 'UTC';
}

export function addCalendarEntry(state: ClioState, draft: EntryDraft): CalendarEntry {
  const { schedule } = draft;
  const startMs = schedule.kind === 'timed' ? schedule.startAtMs : schedule.firstDayMs;
  const createdAtMs = draft.createdAtMs ?? startMs;
  const stamps = { version: 1, createdAtMs, updatedAtMs: createdAtMs };
  const entry: CalendarEntry = {
    ...stamps,
    description: null,
    location: null,
    recurrenceRule: null,
    exceptDatesMs: [],
    courtRule: false,
    matterId: null,
    eventTypeId: null,
    timeZone: zoneOf(state, draft.calendarOwnerId),
    ...draft,
    id: nextRecordId(state, 'calendarEntry'),
    parentId: null,
    attendees: (draft.attendees ?? []).map((attendee) => ({
      ...attendee,
      ...stamps,
      rowId: nextRecordId(state, 'attendee'),
    })),
    externalProperties: (draft.externalProperties ?? []).map((property) => ({
      ...property,
      ...stamps,
      id: nextRecordId(state, 'externalProperty'),
    })),
  };
  state.calendarEntries.set(entry.id, entry);
  return entry;
}

/** Entries one after the other on one calendar: `Entry 1`, `Entry 2`, … */
export function addManyEntries(
  state: ClioState,
  many: {
    readonly calendarOwnerId: number;
    readonly count: number;
    /** Epoch milliseconds of the first start. */
    readonly firstStartMs: number;
    readonly durationMinutes?: number;
    /** From start to start. */
    readonly everyMinutes?: number;
  },
): readonly CalendarEntry[] {
  const { calendarOwnerId, count, firstStartMs, durationMinutes = 30, everyMinutes = 60 } = many;
  return Array.from({ length: count }, (_, index) => {
    const startAtMs = firstStartMs + index * everyMinutes * 60_000;
    const endAtMs = startAtMs + durationMinutes * 60_000;
    const schedule = { kind: 'timed', startAtMs, endAtMs } as const;
    return addCalendarEntry(state, { calendarOwnerId, summary: `Entry ${index + 1}`, schedule });
  });
}
