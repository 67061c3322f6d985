/** The diagnostics of the listing, for an administrator and for somebody who is none. */
import { account, american, at, event, lasting, person, user } from '../netsuite-account';
import type { EngineCase } from './engine-case';

const administrator: EngineCase = {
  name: 'tells an administrator what NetSuite does',
  restlet: 'calendarEvents',
  account: account({
    users: [user('11', american)],
    people: [person('41', 'contact', 'Ann Miller')],
    events: [
      event('1', lasting(at('2026-07-21 09:00'), 30), {
        attendees: [{ personId: '41', response: 'NO_RESPONSE', attendance: 'REQUIRED' }],
      }),
    ],
  }),
  employeeId: '11',
  nowMs: at('2026-07-20 12:00'),
  input: { diagnostics: '1' },
  tellsOfIntl: true,
};

export const diagnosticsCases: readonly EngineCase[] = [
  administrator,
  {
    ...administrator,
    name: 'tells it of an account where searches are refused',
    switches: { attendeeJoinNames: 'lower' },
  },
  {
    ...administrator,
    name: 'keeps its diagnostics from other roles',
    account: account({
      users: [{ ...user('11', american), permissions: { LIST_EVENT: 'FULL', LIST_FIND: 'FULL' } }],
    }),
    tellsOfIntl: false,
  },
];
