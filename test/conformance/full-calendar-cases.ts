/** Lists of calendars that only the CRM itself can fill: long ones, colleagues' ones, broken ones. */
import type { SandboxTarget, SeededAppointment } from './conformance-target';
import { succeeded } from './outcome';
import { useWorkbench } from './workbench';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** More than any CRM gives on one page. */
const MANY = 2_500;

export const describeFullCalendar = (target: SandboxTarget): void => {
  describe('listing a full calendar', () => {
    const bench = useWorkbench(target);

    /** Every half hour and out of order, so that neither ids nor pages are in the order of time. */
    const manyAppointments = (): readonly SeededAppointment[] => {
      const { account, at } = bench();
      const firstMs = Date.parse(at(-20, '08:00'));
      return Array.from({ length: MANY }, (_, index) => {
        const startMs = firstMs + ((index * 7) % MANY) * 30 * MINUTE_MS;
        return {
          title: `No. ${index}`,
          startMs,
          endMs: startMs + 20 * MINUTE_MS,
          contacts: [account.people[0]],
        };
      });
    };

    it('lists every page past every limit, none lost, none doubled, in order, in the fewest calls', async () => {
      const { account, crm } = bench();
      const { control } = account;
      const seeded = manyAppointments();
      const ids = control.seed(seeded);
      const listedMs = async () =>
        succeeded(await crm.list()).appointments.map((one) => Date.parse(one.startTimeUtc));
      const { appointments } = succeeded(await crm.list());
      expect(appointments.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
      expect(appointments.map((one) => Date.parse(one.startTimeUtc))).toEqual(
        seeded.map(({ startMs }) => startMs).toSorted((one, other) => one - other),
      );
      expect(
        appointments.every(({ attendees }) => attendees.some(({ id }) => id === account.people[0].id)),
      ).toBe(true);

      const { listCalls, firstListCalls } = target.facts;
      const calls = listCalls({ appointments: MANY, attendees: MANY });
      expect(control.vendorCalls()).toHaveLength(calls + firstListCalls);
      control.resetCalls();
      expect(await listedMs()).toHaveLength(MANY);
      expect(control.vendorCalls()).toHaveLength(calls);
    });

    it('lists an empty calendar in the fewest calls', async () => {
      const { account, crm } = bench();
      expect(succeeded(await crm.list())).toEqual({ successful: true, appointments: [] });
      const { listCalls, firstListCalls } = target.facts;
      expect(account.control.vendorCalls()).toHaveLength(
        listCalls({ appointments: 0, attendees: 0 }) + firstListCalls,
      );
    });

    it('lists the user’s own appointments, and those of colleagues when asked for', async () => {
      const { account, at, listedOf } = bench();
      const startMs = Date.parse(at(3, '11:00'));
      const appointment = { title: 'Planning', startMs, endMs: startMs + HOUR_MS };
      const ids = account.control.seed([
        { ...appointment, ownedBy: 'user' },
        { ...appointment, startMs: startMs + 1, ownedBy: 'colleague' },
      ]);
      const own = ids.slice(0, 1);
      expect(await listedOf(ids)).toEqual(own);
      expect(await listedOf(ids, { mineOnly: true })).toEqual(own);
      expect(await listedOf(ids, { mineOnly: false })).toEqual(ids);
    });

    it('lists one contact’s appointments which the user attends but does not organise', async () => {
      const { account, at, listedOf } = bench();
      const [ada, ben] = account.people;
      const firstMs = Date.parse(at(6, '09:00'));
      const wanted: readonly Partial<SeededAppointment>[] = [
        { ownedBy: 'user', contacts: [ada] },
        { ownedBy: 'colleague', contacts: [ada], invitesUser: true },
        { ownedBy: 'colleague', contacts: [ada] },
        { ownedBy: 'colleague', contacts: [ben], invitesUser: true },
        { ownedBy: 'user', contacts: [ben, ada] },
      ];
      const ids = account.control.seed(
        wanted.map((one, index) => {
          const startMs = firstMs + index * HOUR_MS;
          return { title: `No. ${index}`, startMs, endMs: startMs + 20 * MINUTE_MS, ...one };
        }),
      );
      const [own, invited, without, withBen, ofBoth] = ids;
      expect(await listedOf(ids)).toEqual([own, invited, withBen, ofBoth]);
      expect(await listedOf(ids, { contactId: ada.id })).toEqual([own, invited, ofBoth]);
      expect(await listedOf(ids, { contactId: ben.id })).toEqual([withBen, ofBoth]);
      expect(await listedOf(ids, { contactId: ada.id, mineOnly: false })).toEqual([
        own,
        invited,
        without,
        ofBoth,
      ]);
    });

    it('does not take the constant mineOnly=false of the client’s tabs for a wish', async () => {
      const { account, at, listedOf } = bench();
      const startMs = Date.parse(at(3, '11:00'));
      const ids = account.control.seed([
        { title: 'Planning', startMs, endMs: startMs + HOUR_MS, ownedBy: 'colleague' },
      ]);
      for (const range of ['upcoming', 'past']) {
        expect(await listedOf(ids, { range, mineOnly: 'false', forceSync: 'true' })).toEqual([]);
      }
    });

    it('lists over midnight, and over days where the CRM can, on each of the days', async () => {
      const { account, at, day, listed, listedOf } = bench();
      const fairEnds = account.capabilities.crossesMidnight ? at(3, '17:00') : at(1, '17:00');
      const seeded = [
        { title: 'Fair', startMs: Date.parse(at(1, '09:00')), endMs: Date.parse(fairEnds) },
        { title: 'Until midnight', startMs: Date.parse(at(1, '22:00')), endMs: Date.parse(at(2, '00:00')) },
        { title: 'Night', startMs: Date.parse(at(1, '23:00')), endMs: Date.parse(at(2, '01:30')) },
        { title: 'From midnight', startMs: Date.parse(at(3, '00:00')), endMs: Date.parse(at(3, '01:00')) },
      ];
      const ids = account.control.seed(seeded);
      for (const days of [0, 1, 2, 3, 4]) {
        const [fromMs, toMs] = [Date.parse(at(days, '00:00')), Date.parse(at(days + 1, '00:00'))];
        const expected = ids.filter((_id, index) => {
          const { startMs = NaN, endMs = NaN } = seeded[index] ?? {};
          return startMs < toMs && endMs > fromMs;
        });
        expect(await listedOf(ids, { startDate: day(days), endDate: day(days) })).toEqual(expected);
      }
      for (const [index, { startMs, endMs }] of seeded.entries()) {
        const durationMinutes = (endMs - startMs) / MINUTE_MS;
        expect(await listed(ids[index] ?? '')).toMatchObject({ durationMinutes });
      }
    });

    it('shows who attends: names, kinds, e-mail addresses, and answers in words', async () => {
      const { account, at, listed } = bench();
      const { people, control } = account;
      const startMs = Date.parse(at(2, '14:00'));
      const [id = ''] = control.seed([
        { title: 'Kick-off', startMs, endMs: startMs + HOUR_MS, contacts: people },
      ]);
      const answers = target.facts.attendeeResponses ? ['accepted', 'declined', 'no_response'] : [];
      const shown = await listed(id);
      expect(shown?.attendees).toEqual(
        expect.arrayContaining(
          people.map(({ id: personId, name, type, email }, index) => ({
            id: personId,
            name,
            type,
            email,
            ...(answers[index] ? { status: answers[index] } : {}),
          })),
        ),
      );
      expect(people.map(({ name }) => name)).toContain(shown?.participantName);
    });

    it('loses nothing but the one appointment that cannot be read, and counts it', async () => {
      const { account, at, crm } = bench();
      const { control } = account;
      const startMs = Date.parse(at(2, '14:00'));
      const ids = control.seed([{ title: 'Kick-off', startMs, endMs: startMs + HOUR_MS }]);
      const brokenId = control.seedEndingBeforeItStarts(startMs + HOUR_MS);
      const { appointments, skipped, returnMessage } = succeeded(await crm.list());
      if (target.facts.endBeforeStart === 'unreadable') {
        expect(appointments.map(({ id }) => id)).toEqual(ids);
        expect(skipped).toBe(1);
        expect(returnMessage).toMatchObject({ messageType: 'warning' });
      } else {
        expect(appointments.map(({ id }) => id)).toEqual([...ids, brokenId]);
        expect(appointments[1]).toMatchObject({ durationMinutes: 24 * 60 - 1 });
      }
    });
  });
};
