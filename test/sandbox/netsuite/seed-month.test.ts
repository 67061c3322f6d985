import { seedMonth } from '../../../sandbox/netsuite/seed-month';
import { epochMsToWall } from '../../../sandbox/netsuite/zone-time';

const dayMs = 86_400_000;

describe.each(['2026-03-01T20:00:00Z', '2026-10-20T05:00:00Z', '2027-07-31T23:30:00Z'])(
  'the month seeded at %s',
  (now) => {
    const nowMs = Date.parse(now);
    const state = seedMonth({ nowMs });
    const events = [...state.events.values()];
    const users = [...state.users.values()];
    const eventsOf = (employeeId: string) => events.filter(({ organizerId }) => organizerId === employeeId);

    it('is the same every time', () => {
      expect(seedMonth({ nowMs })).toEqual(state);
    });

    it('has five users, each with other preferences, one of them an administrator', () => {
      expect(new Set(users.map(({ preferences }) => preferences.timeZone)).size).toBe(5);
      expect(new Set(users.map(({ preferences }) => preferences.dateFormat)).size).toBe(5);
      expect(users.filter(({ permissions }) => permissions === 'administrator')).toHaveLength(1);
      expect(users[0]).toMatchObject({
        roleScriptId: 'customrole_rc_app_connect',
        permissions: { LIST_EVENT: 'FULL', REPO_ANALYTICS: 'EDIT' },
      });
    });

    it('has people of every kind, in one space of ids', () => {
      const kinds = [...state.people.values()].map(({ kind }) => kind);
      const count = (kind: string): number => kinds.filter((each) => each === kind).length;
      expect([count('employee'), count('contact'), count('customer'), count('vendor')]).toEqual([
        5, 12, 6, 3,
      ]);
    });

    it('gives everybody 25 to 40 events within a month back and three months ahead', () => {
      for (const { employeeId } of users) {
        const own = eventsOf(employeeId);
        expect(own.length).toBeGreaterThanOrEqual(25);
        expect(own.length).toBeLessThanOrEqual(40);
        for (const { occurrences } of own) {
          for (const { startMs, endMs } of occurrences) {
            expect(endMs).toBeGreaterThan(startMs);
            expect(startMs).toBeGreaterThan(nowMs - 32 * dayMs);
            expect(endMs).toBeLessThan(nowMs + 93 * dayMs);
          }
        }
      }
    });

    it('gives everybody a series at the same local hour, days of a fair, whole days and every status', () => {
      for (const { employeeId, preferences } of users) {
        const own = eventsOf(employeeId);
        const [series] = own.filter(({ occurrences }) => occurrences.length > 1);
        const walls = series?.occurrences.map(({ startMs }) => epochMsToWall(startMs, preferences.timeZone));
        expect(walls?.length).toBeGreaterThan(12);
        expect(walls?.every(({ hour, minute }) => hour === 8 && minute === 30)).toBe(true);
        expect(own.filter(({ allDay }) => allDay)).toHaveLength(2);
        expect(
          own.filter(({ occurrences: [{ startMs, endMs }] }) => endMs - startMs > 2 * dayMs),
        ).toHaveLength(1);
        expect(new Set(own.map(({ status }) => status)).size).toBe(4);
      }
    });

    it('has private events, busy ones, HTML in messages and guests of all four kinds', () => {
      expect(new Set(events.map(({ accessLevel }) => accessLevel)).size).toBe(3);
      expect(events.some(({ message }) => message.includes('<li>'))).toBe(true);
      const guestKinds = events.flatMap(({ attendees }) =>
        attendees.map(({ personId }) => state.people.get(personId)?.kind),
      );
      expect(new Set(guestKinds)).toEqual(new Set(['employee', 'contact', 'customer', 'vendor']));
    });

    it('invites nobody twice to the same event', () => {
      for (const { attendees } of events) {
        expect(new Set(attendees.map(({ personId }) => personId)).size).toBe(attendees.length);
      }
    });
  },
);
