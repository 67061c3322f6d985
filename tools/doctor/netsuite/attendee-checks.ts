/** What becomes of attendees that come through the REST Record API. Nobody but the user is invited. */
import { needed, type Check } from '../check';
import { broken, eitherWay } from '../finding';
import { eventPath, ownRowOf, recordOf } from './marked-event';
import type { NetSuiteCase } from './netsuite-case';
import { isOk } from './netsuite-replies';
import { refusedCall } from './refused-call';

const ownIdOf = async (one: NetSuiteCase, eventId: string): Promise<string> =>
  needed((await ownRowOf(one, eventId)).organizer?.id, 'organizer of the event');

const invitesOrganizer: Check<NetSuiteCase> = {
  id: 'organizer-invited',
  title: 'A new event has its organizer among its attendees',
  settles: 'netsuite.md §8.5, createInvitesOrganizer',
  run: async (one) => {
    const event = needed(one.facts.events?.[1], 'event to read');
    const { attendeeIds } = await recordOf(one, event.id);
    if (!attendeeIds)
      return broken({ attendees: 'not shown' }, 'The REST Record API shows no attendees of an event.');
    const isInvited = attendeeIds.includes(await ownIdOf(one, event.id));
    return eitherWay(
      isInvited,
      { organizerInvited: isInvited },
      'The listing asks for events by organizer as well as by attendee, so both kinds appear.',
    );
  },
};

const patch: Check<NetSuiteCase> = {
  id: 'attendee-patch',
  title: 'A patch merges attendees, and takes an employee’s id',
  settles: 'netsuite.md §8.10, attendeePatch',
  run: async (one) => {
    const event = needed(one.facts.events?.[1], 'event to change');
    const ownId = await ownIdOf(one, event.id);
    const body = { attendee: { items: [{ attendee: { id: ownId } }] } };
    const addMyself = async () => one.user.record({ method: 'PATCH', path: eventPath(event.id), body });
    const first = await addMyself();
    if (!isOk(first)) return refusedCall('change', first);
    await addMyself();
    const { attendeeIds = [] } = await recordOf(one, event.id);
    const lines = attendeeIds.filter((id) => id === ownId).length;
    return eitherWay(
      lines === 1,
      { linesOfOnePerson: lines },
      'The bridge always replaces the whole list of attendees, so nobody is on it twice.',
    );
  },
};

export const attendeeChecks: readonly Check<NetSuiteCase>[] = [invitesOrganizer, patch];
