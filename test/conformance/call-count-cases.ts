/** How many calls of the CRM an operation takes, and that what changes nothing writes nothing. */
import { clientForm } from './client-form';
import type { SandboxTarget } from './conformance-target';
import { referencesTo } from './invited';
import { failed, succeeded } from './outcome';
import { useWorkbench } from './workbench';

const HOUR_MS = 3_600_000;
/** Of a create or an edit, beside one for each attendee where they are written one by one. */
const MOST_CALLS = 3;

export const describeCallCounts = (target: SandboxTarget): void => {
  const perAttendee = target.facts.attendeeWrites === 'one-by-one' ? 1 : 0;

  describe('calls of the CRM', () => {
    const bench = useWorkbench(target);

    /** Calls of an operation by a user whom the bridge has met before. */
    const callsOf = async (operate: () => Promise<{ readonly successful: boolean }>) => {
      const { control } = bench().account;
      control.resetCalls();
      succeeded(await operate());
      const calls = control.vendorCalls();
      return { all: calls.length, writes: calls.filter(({ writes }) => writes).length };
    };

    /** One that the CRM itself made, with the answers of the invited. */
    const seedMeeting = async () => {
      const { account, at, listed } = bench();
      const startMs = Date.parse(at(3, '11:00'));
      const contacts = account.people.slice(0, 2);
      const [id = ''] = account.control.seed([
        { title: 'Kick-off', startMs, endMs: startMs + HOUR_MS, contacts },
      ]);
      const shown = await listed(id);
      if (!shown) throw new Error(`The seeded appointment ${id} is not listed.`);
      return shown;
    };

    it('are at most three for a create, and one for each attendee where they are written one by one', async () => {
      const { account, crm, form } = bench();
      const first = await callsOf(async () => crm.create(form()));
      expect(first.all).toBeLessThanOrEqual(MOST_CALLS);
      const contacts = referencesTo(account.people);
      const { all } = await callsOf(async () => crm.create(form({ contacts })));
      expect(all).toBeLessThanOrEqual(MOST_CALLS + perAttendee * contacts.length);
    });

    it('are at most three for an edit, and one for each attendee who comes or goes', async () => {
      const { account, at, crm } = bench();
      const [, , eve] = account.people;
      const shown = await seedMeeting();
      const edit = async (patch: object) => callsOf(async () => crm.update(shown.id, patch));
      const titleAlone = await edit({ title: 'Renamed' });
      expect(titleAlone.all).toBeLessThanOrEqual(MOST_CALLS);
      expect(titleAlone.writes).toBe(1);
      const everything = await edit({
        title: 'Renamed again',
        startTimeUtc: at(4, '09:00'),
        contacts: referencesTo([eve]),
      });
      // Of two invited and one not, each changes.
      expect(everything.all).toBeLessThanOrEqual(MOST_CALLS + (perAttendee || 1) * 3);
      expect(everything.writes).toBe(1 + perAttendee * 3);
    });

    it('write one thing where the client sends everything and one thing is new, and keep the answers of the invited', async () => {
      const { crm, listed } = bench();
      const shown = await seedMeeting();
      const { writes } = await callsOf(async () =>
        crm.update(shown.id, clientForm(shown, { title: 'Renamed' })),
      );
      expect(writes).toBe(1);
      expect(await listed(shown.id)).toEqual({ ...shown, title: 'Renamed', version: expect.any(String) });
    });

    it('write nothing where nothing is new', async () => {
      const { crm } = bench();
      const shown = await seedMeeting();
      const same = [
        clientForm(shown),
        clientForm(shown, { contacts: clientForm(shown).contacts.toReversed() }),
        { startTimeUtc: shown.startTimeUtc.replace('.000Z', '+00:00') },
        { durationMinutes: shown.durationMinutes },
        { status: shown.status },
        { title: ` ${shown.title} ` },
      ];
      for (const patch of same) {
        expect(await callsOf(async () => crm.update(shown.id, patch))).toMatchObject({ writes: 0 });
      }
    });

    it('keep the answers of those who stay invited', async () => {
      const { account, crm } = bench();
      const [ada, , eve] = account.people;
      const shown = await seedMeeting();
      const before = shown.attendees.find(({ id }) => id === ada.id);
      const { appointment } = succeeded(await crm.update(shown.id, { contacts: referencesTo([ada, eve]) }));
      expect(appointment.attendees).toContainEqual(before);
    });

    it('are none for requests that cannot be right', async () => {
      const { account, crm, form } = bench();
      account.control.resetCalls();
      const results = [
        await crm.list({ startDate: '2026-03-02' }),
        await crm.list({ contactId: '5/../6' }),
        await crm.create(form({ startTimeUtc: 'tomorrow' })),
        await crm.create(form({ contacts: ['5/../6'] })),
        await crm.update(account.unknownId, {}),
        await crm.update(account.unknownId, { contacts: ['..'] }),
        await crm.setStatus(account.unknownId, 'perhaps'),
        await crm.search('  '),
      ];
      expect(results.map((result) => failed(result).errorCode)).toEqual(results.map(() => 'invalid_request'));
      expect(account.control.vendorCalls()).toEqual([]);
    });
  });
};
