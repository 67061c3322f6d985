/** Statuses, confirming, cancelling and refreshing: what each CRM can, and what it says of the rest. */
import { appointmentStatuses } from '../../src/contract/appointment-status';
import type { ConformanceAccount, ConformanceTarget } from './conformance-target';
import { referencesTo } from './invited';
import { failed, succeeded } from './outcome';
import { useWorkbench } from './workbench';

export const describeStatus = (target: ConformanceTarget): void => {
  const { afterCancel, statusAfter } = target.facts;

  describe('status', () => {
    const bench = useWorkbench<ConformanceAccount>(target);

    const expectCancelled = async (id: string) => {
      const { crm, listed } = bench();
      const inList = await listed(id);
      expect(inList?.status).toBe(afterCancel.listed ? 'cancelled' : undefined);
      const refreshed = await crm.refresh(id);
      expect(refreshed.successful ? refreshed.appointment.status : refreshed.errorCode).toBe(
        afterCancel.refreshed,
      );
    };

    it.each(appointmentStatuses)(
      'is set to %s, or this CRM is said to have no place for it',
      async (status) => {
        const { crm, create } = bench();
        const before = await create();
        const result = await crm.setStatus(before.id, status);
        const expected = statusAfter[status];
        if (expected === 'unsupported') {
          const { errorCode, returnMessage } = failed(result);
          expect(errorCode).toBe('unsupported');
          expect(returnMessage.message).toMatch(new RegExp(`${status}|${target.name}`));
          expect(succeeded(await crm.refresh(before.id)).appointment).toEqual(before);
        } else {
          expect(succeeded(result).appointment).toMatchObject({ id: before.id, status: expected });
          if (expected === 'cancelled') await expectCancelled(before.id);
          else expect(succeeded(await crm.refresh(before.id)).appointment.status).toBe(expected);
        }
      },
    );

    it('reads the client’s spellings of a status', async () => {
      const { crm, create } = bench();
      const { id } = await create();
      expect(succeeded(await crm.setStatus(id, 'Scheduled')).appointment.status).toBe('scheduled');
      expect(succeeded(await crm.setStatus(id, 'canceled')).appointment.status).toBe('cancelled');
      expect(failed(await crm.setStatus(id, 'perhaps'))).toMatchObject({ errorCode: 'invalid_request' });
    });

    it('confirms, or says that this CRM cannot', async () => {
      const { account, crm, create } = bench();
      const before = await create();
      const result = await crm.confirm(before.id);
      if (account.capabilities.confirm === 'native') {
        expect(succeeded(result).appointment).toEqual({
          ...before,
          status: 'confirmed',
          version: expect.any(String),
        });
      } else {
        const { errorCode, returnMessage, retryable } = failed(result);
        expect({ errorCode, retryable }).toEqual({ errorCode: 'unsupported', retryable: false });
        expect(returnMessage.message).toContain(target.name);
        expect(succeeded(await crm.refresh(before.id)).appointment).toEqual(before);
      }
    });

    it('cancels, and the CRM shows of it what it shows of what is cancelled', async () => {
      const { account, crm, create } = bench();
      const before = await create({
        contacts: referencesTo(account.people),
      });
      const { appointmentId, appointment } = succeeded(await crm.cancel(before.id));
      expect(appointmentId).toBe(before.id);
      expect(appointment).toEqual({ ...before, status: 'cancelled', version: expect.any(String) });
      await expectCancelled(before.id);
    });

    it('refreshes an appointment', async () => {
      const { crm, create } = bench();
      const before = await create();
      expect(succeeded(await crm.refresh(before.id))).toEqual({
        successful: true,
        appointmentId: before.id,
        appointment: before,
      });
    });
  });
};
