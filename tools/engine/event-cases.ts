/** Kinds of events, under each of the switches that change how NetSuite shows them. */
import type { CalendarEvent } from '../../sandbox/netsuite/entities';
import type { NetSuiteSwitches } from '../../sandbox/netsuite/switches';
import { account, american, at, event, lasting, person, user } from '../netsuite-account';
import type { EngineCase } from './engine-case';

const nowMs = at('2026-07-20 12:00');
const DAY_MINUTES = 1_440;

const people = [
  person('41', 'contact', 'Ann Miller'),
  person('42', 'customer', 'Miller & Ann Ltd'),
  person('43', 'vendor', 'Miller Supplies'),
  person('12', 'employee', 'Bob Stone'),
];

const attendees = [
  { personId: '41', response: 'ACCEPTED', attendance: 'REQUIRED' },
  { personId: '42', response: 'DECLINED', attendance: 'OPTIONAL' },
  { personId: '43', response: 'TENTATIVE', attendance: 'REQUIRED' },
  { personId: '12', response: 'NO_RESPONSE', attendance: 'REQUIRED' },
  { personId: '11', response: 'ACCEPTED', attendance: 'REQUIRED' },
] as const;

const allDay = [
  event('1', lasting(at('2026-07-22 00:00'), DAY_MINUTES), { allDay: true }),
  event('2', lasting(at('2026-11-01 00:00'), 25 * 60), { allDay: true, timeZone: 'America/New_York' }),
];

const repeating = [
  event('1', lasting(at('2026-07-06 09:00'), 30), {
    occurrences: [
      lasting(at('2026-07-06 09:00'), 30),
      lasting(at('2026-07-20 09:00'), 30),
      lasting(at('2026-10-20 09:00'), 30),
    ],
  }),
  event('2', lasting(at('2026-06-19 18:00'), 3 * DAY_MINUTES), {
    occurrences: [
      lasting(at('2026-06-19 18:00'), 3 * DAY_MINUTES),
      lasting(at('2026-07-18 18:00'), 3 * DAY_MINUTES),
    ],
  }),
];

const invitations = [
  event('1', lasting(at('2026-07-21 09:00'), 30), { attendees, location: 'Room 4' }),
  event('2', lasting(at('2026-07-19 09:00'), 30), { attendees, organizerId: '12', status: 'TENTATIVE' }),
  event('3', lasting(at('2026-07-22 09:00'), 30), { attendees: attendees.slice(2, 4) }),
  event('4', lasting(at('2026-07-23 09:00'), 30), { status: 'CANCELLED' }),
  event('5', lasting(at('2026-07-24 09:00'), 30), {
    accessLevel: 'PRIVATE',
    organizerId: '12',
    ownerId: '12',
  }),
];

const listings = (
  name: string,
  events: readonly CalendarEvent[],
  sides: readonly Partial<NetSuiteSwitches>[],
): readonly EngineCase[] => {
  const state = account({ users: [user('11', american)], people, events });
  return sides.map((switches) => ({
    name: `lists ${name} where ${JSON.stringify(switches)}`,
    restlet: 'calendarEvents',
    account: state,
    employeeId: '11',
    nowMs,
    input: {},
    switches,
  }));
};

/** What a role without these permissions sees of attendees. */
const restricted: EngineCase = {
  name: 'lists events with attendees whom the role may not see',
  restlet: 'calendarEvents',
  account: account({
    users: [
      {
        ...user('11', american),
        permissions: { LIST_EVENT: 'VIEW', LIST_CONTACT: 'VIEW', LIST_FIND: 'FULL' },
      },
    ],
    people,
    events: invitations,
  }),
  employeeId: '11',
  nowMs,
  input: {},
};

const forbidden: EngineCase = {
  ...restricted,
  name: 'refuses a role that may not see events',
  account: account({
    users: [{ ...user('11', american), permissions: { LIST_FIND: 'FULL' } }],
    people,
    events: invitations,
  }),
};

export const eventCases: readonly EngineCase[] = [
  ...listings('all-day events', allDay, [
    {},
    { allDayTimes: 'empty' },
    { formulaSeesAllDay: false },
    { allDayTimes: 'empty', formulaSeesAllDay: false },
  ]),
  ...listings('repeating events that last for days', repeating, [
    {},
    { instanceColumns: 'always' },
    { instanceColumns: 'never' },
    { recurringRows: 'series' },
    { recurringRows: 'series', instanceColumns: 'never' },
  ]),
  ...listings('attendees of four kinds', invitations, [
    {},
    { attendeeJoinNames: 'lower' },
    { attendeeFilterMultipliesRows: true },
    { noResponse: 'NORESPONSE' },
    { dateOnlySearchShowsInvitations: false },
    { searchTimesIn: 'event-zone' },
  ]),
  restricted,
  forbidden,
];
