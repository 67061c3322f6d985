/** That nobody undoes what somebody else has done meanwhile: a change is made of the version that its editor saw, or not. */
import type { Appointment } from '../../src/contract/appointment.schema';
import type { ChangeTerms } from './checked-connector';
import type { SandboxTarget } from './conformance-target';
import { failed, succeeded } from './outcome';
import { useWorkbench } from './workbench';

export const describeVersions = (target: SandboxTarget): void => {
  describe('a change of the version that its editor saw', () => {
    const bench = useWorkbench(target);

    const changes = {
      edit: async ({ id }: Appointment, terms: ChangeTerms) =>
        bench().crm.update(id, { title: 'Renamed' }, terms),
      status: async ({ id }: Appointment, terms: ChangeTerms) =>
        bench().crm.setStatus(id, 'cancelled', terms),
      confirm: async ({ id }: Appointment, terms: ChangeTerms) => bench().crm.confirm(id, terms),
      cancel: async ({ id }: Appointment, terms: ChangeTerms) => bench().crm.cancel(id, terms),
    } as const;

    const cannotConfirm = (name: string): boolean =>
      name === 'confirm' && bench().account.capabilities.confirm === 'unsupported';

    it.each(Object.entries(changes))('is not made where somebody was faster: %s', async (name, change) => {
      const { account, create, crm, listed } = bench();
      const { control } = account;
      const before = await create({ location: 'Room 4' });
      await listed(before.id);
      control.changeLocationElsewhere(before.id, 'Room 7');
      control.resetCalls();
      const failure = failed(await change(before, { ifVersion: before.version }));
      expect(control.vendorCalls().filter(({ writes }) => writes)).toEqual([]);
      if (cannotConfirm(name)) {
        expect(failure.errorCode).toBe('unsupported');
        return;
      }
      expect(failure).toMatchObject({ errorCode: 'conflict', httpStatus: 412, retryable: false });
      expect(failure.appointment).toEqual(succeeded(await crm.refresh(before.id)).appointment);
      expect(failure.appointment?.location).toBe('Room 7');
    });

    it.each(Object.entries(changes))('is made where nobody was: %s', async (name, change) => {
      const { create, listed } = bench();
      const before = await create();
      const seen = await listed(before.id);
      const result = await change(before, { ifVersion: seen?.version });
      if (cannotConfirm(name)) expect(failed(result).errorCode).toBe('unsupported');
      else expect(succeeded(result).appointment.id).toBe(before.id);
    });

    it.each([
      ['in quotes', (version: string) => `"${version}"`],
      ['without quotes', (version: string) => version],
      ['marked as weak', (version: string) => `W/"${version}"`],
      ['as any', () => '*'],
    ])('is made of a version that is named %s', async (_how, spelled) => {
      const { create, crm } = bench();
      const { id, version } = await create();
      succeeded(await crm.update(id, { title: 'Renamed' }, { ifVersion: spelled(version) }));
    });

    it.each(['edit', 'cancel'] as const)(
      'is known to be our own where its answer was lost: %s',
      async (name) => {
        const { account, create, listed } = bench();
        const { control } = account;
        const before = await create();
        const terms = { ifVersion: (await listed(before.id))?.version, idempotencyKey: 'key-1' };
        control.fault('timeoutAfterCommit', name === 'edit' ? 'update' : 'cancel');
        control.beforeNextWrite(() => control.fault('500', 'reads'));
        expect(failed(await changes[name](before, terms)).errorCode).toBe('ambiguous_write');

        control.recover();
        control.resetCalls();
        const again = await changes[name](before, terms);
        expect(control.vendorCalls().filter(({ writes }) => writes)).toEqual([]);
        if (name === 'cancel' && target.facts.afterCancel.refreshed === 'not_found') {
          expect(failed(again)).toMatchObject({
            errorCode: 'ambiguous_write',
            returnMessage: { message: expect.stringContaining('gone from the CRM') },
          });
        } else {
          expect(succeeded(again).appointment).toMatchObject(
            name === 'edit' ? { title: 'Renamed' } : { status: 'cancelled' },
          );
        }
      },
    );

    it('gives the version to make the next change of', async () => {
      const { create, crm } = bench();
      const { id, version } = await create();
      const first = succeeded(await crm.update(id, { title: 'Second' }, { ifVersion: version })).appointment;
      expect(first.version).not.toBe(version);
      const terms = { ifVersion: first.version };
      const second = succeeded(await crm.update(id, { title: 'Third' }, terms)).appointment;
      expect(second.version).not.toBe(first.version);
      expect(failed(await crm.update(id, { title: 'Fourth' }, terms)).appointment).toEqual(second);
    });

    it('is refused for what is no version', async () => {
      const { create, crm } = bench();
      const { id } = await create();
      expect(failed(await crm.update(id, { title: 'Renamed' }, { ifVersion: '' }))).toMatchObject({
        errorCode: 'invalid_request',
        details: [{ path: 'ifVersion' }],
      });
    });
  });
};
