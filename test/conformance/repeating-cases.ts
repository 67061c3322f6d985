/** What is sent again under the policy of calls, and that twice is never two. */
import { systemClock } from '../../bridge/http/call-clock';
import { defaultCallPolicy, type CallPolicy } from '../../bridge/http/call-policy';
import type { SandboxTarget, VendorFault } from './conformance-target';
import { referencesTo } from './invited';
import { succeeded } from './outcome';
import { useWorkbench } from './workbench';

/** Does not wait between two tries. */
const hasty: CallPolicy = { ...defaultCallPolicy, clock: { ...systemClock, random: () => 0 } };

const lostAnswers: readonly VendorFault[] = ['timeoutAfterCommit', 'drop', '500', '502', '503'];

export const describeRepeating = (target: SandboxTarget): void => {
  describe('a call that fails in passing', () => {
    const bench = useWorkbench({ kind: target.kind, open: async () => target.open(hasty) });

    const writes = (): number =>
      bench()
        .account.control.vendorCalls()
        .filter((call) => call.writes).length;

    it.each(lostAnswers)('is sent again for an edit after %s, and succeeds', async (fault) => {
      const { account, crm, create, listed } = bench();
      const { id } = await create();
      account.control.resetCalls();
      account.control.fault(fault, 'update', 'once');
      const changed = { title: 'Renamed', durationMinutes: 45 };
      expect(succeeded(await crm.update(id, changed)).appointment).toMatchObject(changed);
      expect(writes()).toBe(2);
      expect(await listed(id)).toMatchObject(changed);
    });

    it('is no conflict with itself for an edit of the version that its editor saw', async () => {
      const { account, crm, create, listed } = bench();
      const { id } = await create();
      const seen = await listed(id);
      account.control.fault('timeoutAfterCommit', 'update', 'once');
      const terms = { ifVersion: seen?.version };
      const { appointment } = succeeded(await crm.update(id, { title: 'Renamed' }, terms));
      expect(appointment.title).toBe('Renamed');
    });

    it.each(lostAnswers)('is sent again for a cancellation after %s, and succeeds', async (fault) => {
      const { account, crm, create, listed } = bench();
      const { id } = await create();
      account.control.resetCalls();
      account.control.fault(fault, 'cancel', 'once');
      expect(succeeded(await crm.cancel(id)).appointment.status).toBe('cancelled');
      expect(writes()).toBe(2);
      expect(await listed(id)).toEqual(
        target.facts.afterCancel.listed ? expect.objectContaining({ status: 'cancelled' }) : undefined,
      );
    });

    it('is not sent again for a create: what it made is looked for', async () => {
      const { account, crm, form } = bench();
      account.control.fault('timeoutAfterCommit', 'create', 'once');
      const { appointmentId } = succeeded(await crm.create(form()));
      expect(writes()).toBe(1);
      expect(succeeded(await crm.list()).appointments.map(({ id }) => id)).toEqual([appointmentId]);
    });

    it('is not sent again for an edit that invites: who is invited now is looked for', async () => {
      if (target.facts.attendeeWrites === 'one-by-one') return;
      const { account, crm, create } = bench();
      const { id } = await create();
      account.control.resetCalls();
      account.control.fault('timeoutAfterCommit', 'update', 'once');
      const contacts = referencesTo(account.people);
      const { appointment } = succeeded(await crm.update(id, { contacts }));
      expect(writes()).toBe(1);
      expect(appointment.attendeeIds).toEqual(
        expect.arrayContaining(account.people.map((person) => person.id)),
      );
    });

    it.each<VendorFault>(['truncatedJson', 'emptyBody', 'drop', '503'])(
      'is sent again for a list after %s',
      async (fault) => {
        const { account, crm, create } = bench();
        const { id } = await create();
        account.control.fault(fault, 'reads', 'once');
        expect(succeeded(await crm.list()).appointments).toMatchObject([{ id }]);
      },
    );
  });
};
