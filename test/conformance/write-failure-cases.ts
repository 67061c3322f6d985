/**
 * What is said when a write went wrong: what was saved, by whatever answer, is a success; what may or may not have been
 * is said to be exactly that.
 */
import type { FailureCode } from '../../src/contract/failure';
import type { SandboxTarget, VendorFault } from './conformance-target';
import { failed, succeeded } from './outcome';
import { useWorkbench } from './workbench';

interface WriteFault {
  /** Where it cannot be looked for, or is not found. */
  readonly errorCode: FailureCode;
  /** Did the CRM save it all the same? */
  readonly saved: boolean;
}

const writeFaults: Readonly<Record<VendorFault, WriteFault>> = {
  '429': { errorCode: 'rate_limited', saved: false },
  '500': { errorCode: 'ambiguous_write', saved: false },
  '502': { errorCode: 'ambiguous_write', saved: false },
  '503': { errorCode: 'ambiguous_write', saved: false },
  drop: { errorCode: 'ambiguous_write', saved: false },
  okWithErrorBody: { errorCode: 'ambiguous_write', saved: false },
  timeoutAfterCommit: { errorCode: 'ambiguous_write', saved: true },
  truncatedJson: { errorCode: 'ambiguous_write', saved: true },
  emptyBody: { errorCode: 'ambiguous_write', saved: true },
};

const faults: readonly VendorFault[] = [
  '429',
  '500',
  '502',
  '503',
  'drop',
  'okWithErrorBody',
  'timeoutAfterCommit',
  'truncatedJson',
  'emptyBody',
];

/** An answer without a body loses nothing by it. */
const isCut = (fault: VendorFault): boolean => fault === 'truncatedJson' || fault === 'emptyBody';

export const describeWriteFailures = (target: SandboxTarget): void => {
  describe('a write that goes wrong', () => {
    const bench = useWorkbench(target);

    const expectHonest = (
      fault: VendorFault,
      result: { readonly successful: boolean },
      saved = writeFaults[fault].saved,
    ): void => {
      if (saved) {
        expect(result).toMatchObject({ successful: true });
        return;
      }
      const failure = failed(result);
      expect(failure.errorCode).toBe(writeFaults[fault].errorCode);
      expect(failure.returnMessage.message).toContain(target.name);
      expect(failure.retryAfterMs).toBe(fault === '429' ? 7_000 : undefined);
    };

    it.each(faults)(
      'says of a create what %s leaves to know, and the same key makes no second one',
      async (fault) => {
        const { account, crm, form, day } = bench();
        const range = { startDate: day(7), endDate: day(7) };
        const titles = async () => succeeded(await crm.list(range)).appointments.map(({ title }) => title);
        account.control.fault(fault, 'create');
        expectHonest(fault, await crm.create(form(), 'key-1'));

        account.control.recover();
        const { saved } = writeFaults[fault];
        expect(await titles()).toEqual(saved ? ['Quarterly review'] : []);
        const again = succeeded(await crm.create(form(), 'key-1'));
        expect(await titles()).toEqual(['Quarterly review']);
        expect((await bench().listed(again.appointmentId))?.title).toBe('Quarterly review');
      },
    );

    it.each(faults)(
      'says of an edit what %s leaves to know, and it can be asked for again',
      async (fault) => {
        const { account, crm, create, listed } = bench();
        const before = await create();
        account.control.fault(fault, 'update');
        expectHonest(fault, await crm.update(before.id, { title: 'Renamed' }));

        account.control.recover();
        const { saved } = writeFaults[fault];
        const changed = { ...before, title: 'Renamed', version: expect.any(String) };
        expect(await listed(before.id)).toEqual(saved ? changed : before);
        expect(succeeded(await crm.update(before.id, { title: 'Renamed' })).appointment).toEqual(changed);
      },
    );

    it.each(faults.filter((fault) => !isCut(fault)))(
      'says of a cancellation what %s leaves to know, and it can be asked for again',
      async (fault) => {
        const { account, crm, create } = bench();
        const before = await create();
        account.control.fault(fault, 'cancel');
        expectHonest(fault, await crm.cancel(before.id));

        account.control.recover();
        const isGone = writeFaults[fault].saved && target.facts.afterCancel.refreshed === 'not_found';
        const again = await crm.cancel(before.id);
        expect(again.successful ? again.appointment.status : again.errorCode).toBe(
          isGone ? 'not_found' : 'cancelled',
        );
      },
    );

    it.each(faults)(
      'does not claim a create after %s to be saved, nor not to be, when it cannot be looked for',
      async (fault) => {
        const { account, crm, form } = bench();
        account.control.fault(fault, 'create');
        account.control.beforeNextWrite(() => account.control.fault('500', 'reads'));
        const isWhole = isCut(fault) && target.facts.writeAnswers === 'no-body';
        expectHonest(fault, await crm.create(form(), 'key-1'), isWhole);

        account.control.recover();
        account.control.resetCalls();
        const again = succeeded(await crm.create(form(), 'key-1'));
        const writes = account.control.vendorCalls().filter((call) => call.writes);
        expect(writes).toHaveLength(writeFaults[fault].saved ? 0 : 1);
        expect((await crm.list()).successful).toBe(true);
        expect(await bench().listedOf([again.appointmentId])).toEqual([again.appointmentId]);
        expect(succeeded(await crm.list()).appointments).toHaveLength(1);
      },
    );

    it('sends a create again when the CRM has failed at the first and has nothing of it', async () => {
      const { account, crm, form } = bench();
      account.control.failNextCreate();
      succeeded(await crm.create(form(), 'key-1'));
      expect(account.control.vendorCalls().filter(({ writes }) => writes)).toHaveLength(2);
      expect(succeeded(await crm.list()).appointments).toHaveLength(1);
    });

    it('says of a create that is refused for its sign-in that nobody is signed in', async () => {
      const { account, crm, form } = bench();
      succeeded(await crm.list());
      account.control.expireSignIn();
      await crm.list();
      expect(failed(await crm.create(form()))).toMatchObject({ errorCode: 'unauthenticated' });
    });
  });
};
