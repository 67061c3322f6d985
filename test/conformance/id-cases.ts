/** Ids that are none, and ids that nobody has: no id leads to another record or to another address. */
import type { ConformanceAccount, ConformanceTarget, SandboxTarget } from './conformance-target';
import type { CheckedConnector } from './checked-connector';
import { failed } from './outcome';
import { useWorkbench } from './workbench';

const hostileIds = [
  ['empty', ''],
  ['blank', ' '],
  ['a way up', '..'],
  ['a way up and down', '5/../6'],
  ['an encoded way up', '5%2F..%2F6'],
  ['a way to another kind of record', '../contacts/5'],
  ['a query', '5?x=1'],
  ['a fragment', '5#x'],
  ['a file name', '5.json'],
  ['a percent sign', '5%'],
  ['a backslash', '5\\6'],
  ['several ids', '5,6'],
  ['a condition', '5 OR 1=1'],
  ['a quote', "5'"],
  ['a new line', '5\n6'],
  ['digits of another script', '٥'],
  ['letters of another script', '漢字'],
  ['300 digits', '9'.repeat(300)],
  ['no text', 5],
  ['nothing', undefined],
] as const;

type Operation = (crm: CheckedConnector, id: unknown) => Promise<{ readonly successful: boolean }>;

const operations = {
  refresh: (crm, id) => crm.refresh(id),
  update: (crm, id) => crm.update(id, { title: 'Renamed' }),
  'set the status of': (crm, id) => crm.setStatus(id, 'cancelled'),
  confirm: (crm, id) => crm.confirm(id),
  cancel: (crm, id) => crm.cancel(id),
} as const satisfies Record<string, Operation>;

const everyOperation: readonly [string, Operation][] = Object.entries(operations);

export const describeIds = (target: ConformanceTarget): void => {
  describe('ids', () => {
    const bench = useWorkbench<ConformanceAccount>(target);

    it.each(everyOperation)('refuses to %s what is no id', async (_name, operate) => {
      const codes = await Promise.all(
        hostileIds.map(async ([what, id]) => [what, failed(await operate(bench().crm, id)).errorCode]),
      );
      expect(codes).toEqual(hostileIds.map(([what]) => [what, 'invalid_request']));
    });

    it.each(everyOperation)('finds nothing to %s under an unknown id', async (name, operate) => {
      const { account, crm } = bench();
      const cannot = name === 'confirm' && account.capabilities.confirm === 'unsupported';
      const { errorCode, retryable, appointmentId } = failed(await operate(crm, account.unknownId));
      expect({ errorCode, retryable }).toEqual({
        errorCode: cannot ? 'unsupported' : 'not_found',
        retryable: false,
      });
      expect(appointmentId).toBe(account.unknownId);
    });
  });
};

export const describeIdsUnsent = (target: SandboxTarget): void => {
  describe('ids that are none', () => {
    const bench = useWorkbench(target);

    it.each(hostileIds)('are not sent to the CRM: %s', async (_what, id) => {
      const { account, crm } = bench();
      await Promise.all(everyOperation.map(async ([, operate]) => operate(crm, id)));
      expect(account.control.vendorCalls()).toEqual([]);
    });
  });
};
