/** How Clio treats attendees and what one may see of others: the second user's calendar is invited, or a named contact. */
import { isoUtc } from '../../../src/contract/time/iso';
import { needed, type Check } from '../check';
import { adapts, asAssumed, eitherWay, needsSetting, notObservable, skipped } from '../finding';
import { zoneOfUser } from '../users-clock-checks';
import { calendarIdOf } from './account-checks';
import {
  attendeesOf,
  idOf,
  isOk,
  listEntries,
  markedEntry,
  patchEntry,
  readEntry,
  recordOf,
  requiredEntry,
  rowsOf,
  tellingNoonMs,
  type ClioCase,
} from './clio-case';

const NOBODY = 'Name a contact who may be invited (--invitee <id>), or give a second user (--other-user).';

const inviteeOf = ({
  facts,
  invitees,
}: ClioCase): { readonly id: number; readonly type: string } | undefined => {
  if (facts.otherCalendarId !== undefined) return { id: Number(facts.otherCalendarId), type: 'Calendar' };
  const contact = invitees.find((id) => /^[1-9]\d{0,14}$/.test(id));
  return contact === undefined ? undefined : { id: Number(contact), type: 'Contact' };
};

const startOf = (one: ClioCase): number => tellingNoonMs(one.nowMs(), zoneOfUser(one));

const attendeeIds: Check<ClioCase> = {
  id: 'attendee-ids',
  title: 'The id of an attendee is that of the contact or calendar',
  settles: 'attendeeId',
  run: async (one) => {
    const invitee = inviteeOf(one);
    if (!invitee) return skipped(NOBODY);
    const entry = { ...markedEntry(one, calendarIdOf(one), startOf(one)), attendees: [invitee] };
    const { record } = await requiredEntry(one, entry);
    const attendees = attendeesOf(record);
    const isRecord = attendees.some(({ id }) => id === String(invitee.id));
    const found = isRecord ? 'record' : 'row';
    const observed = { attendees: attendees.length, id: found };
    if (found !== one.assumptions.attendeeIds) return needsSetting(observed, `CLIO_ATTENDEE_IDS=${found}`);
    return eitherWay(isRecord, observed, 'CLIO_ATTENDEE_IDS says so.');
  },
};

const addedAgain: Check<ClioCase> = {
  id: 'attendee-added-again',
  title: 'To invite somebody again changes nothing',
  settles: 'attendeeAddedAgain',
  run: async (one) => {
    const invitee = inviteeOf(one);
    if (!invitee) return skipped(NOBODY);
    const entry = { ...markedEntry(one, calendarIdOf(one), startOf(one)), attendees: [invitee] };
    const { id, record } = await requiredEntry(one, entry);
    const again = { attendees: [invitee], send_email_notification: false };
    const { status } = await patchEntry(one.user, id, again);
    const after = attendeesOf(recordOf(await readEntry(one.user, id))).length;
    const isSame = status < 300 && after === attendeesOf(record).length;
    return eitherWay(isSame, { status, attendees: after }, 'The adapter adds only who is not there yet.');
  },
};

const invitations: Check<ClioCase> = {
  id: 'invitations-in-list',
  title: 'A calendar’s list has what the calendar is invited to',
  settles: 'calendarIdMatches',
  run: async (one) => {
    const { otherCalendarId } = one.facts;
    if (!one.other || otherCalendarId === undefined) return skipped('Give a second user: --other-user.');
    const startMs = startOf(one);
    const { id } = await requiredEntry(one, {
      ...markedEntry(one, calendarIdOf(one), startMs),
      attendees: [{ id: Number(otherCalendarId), type: 'Calendar' }],
    });
    const query = { from: isoUtc(startMs), to: isoUtc(startMs), limit: 200 };
    const rows = rowsOf(await listEntries(one.other, { ...query, calendar_id: otherCalendarId }));
    const isListed = rows.some((row) => idOf(row) === id);
    const observed = { listed: isListed };
    const found = isListed ? 'owner-or-attendee' : 'owner';
    if (!isListed && one.assumptions.ownCalendarMatches !== 'owner') {
      return needsSetting(
        observed,
        'CLIO_OWN_CALENDAR_MATCHES=owner',
        'Otherwise users miss what others have invited them to.',
      );
    }
    return found === one.assumptions.ownCalendarMatches && isListed
      ? asAssumed(observed)
      : adapts(observed, 'CLIO_OWN_CALENDAR_MATCHES=owner reads all that the user may see.');
  },
};

const hiddenEntry: Check<ClioCase> = {
  id: 'hidden-entry',
  title: 'An entry that one may not see is a 404',
  settles: 'hiddenEntryStatus',
  run: async (one) => {
    const copes = 'The adapter tells the user either that it is not there, or that they may not see it.';
    if (!one.other) return notObservable(`It takes a second user: --other-user. ${copes}`);
    const { id } = await requiredEntry(one, markedEntry(one, calendarIdOf(one), startOf(one)));
    const { status } = await readEntry(one.other, id);
    if (status === 200) return notObservable(`The second user may see the user’s calendar. ${copes}`);
    return eitherWay(status === 404, { status }, copes);
  },
};

const limitedViewer: Check<ClioCase> = {
  id: 'limited-viewer',
  title: 'A limited viewer sees the time of an entry and no more',
  settles: 'limitedViewerSees',
  run: async (one) => {
    const copes = 'The adapter shows what Clio shows.';
    if (!one.other) return notObservable(`It takes a second user: --other-user. ${copes}`);
    const calendarId = needed(one.facts.otherCalendarId, 'calendar of the second user');
    const { id } = await requiredEntry(one, markedEntry(one, calendarId, startOf(one)), one.other);
    const reply = await readEntry(one.user, id);
    const { permission, summary } = recordOf(reply);
    if (!isOk(reply) || permission !== 'limited_viewer') {
      return notObservable(`The user is no limited viewer of the second user’s calendar. ${copes}`);
    }
    const seesTitle = summary === one.markedTitle;
    return eitherWay(!seesTitle, { seesTitle }, copes);
  },
};

export const attendeeChecks: readonly Check<ClioCase>[] = [
  attendeeIds,
  addedAgain,
  invitations,
  hiddenEntry,
  limitedViewer,
];
