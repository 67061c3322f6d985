/** What is said when the CRM cannot be read: a failure, never an empty list. */
import type { CheckedConnector } from './checked-connector';
import type { FaultyCalls, SandboxTarget, VendorFault } from './conformance-target';
import { failed, succeeded } from './outcome';
import { useWorkbench } from './workbench';

const unreadable: readonly VendorFault[] = [
  '500',
  '502',
  '503',
  'drop',
  'truncatedJson',
  'emptyBody',
  'okWithErrorBody',
];

interface Read {
  readonly calls: FaultyCalls;
  run(crm: CheckedConnector, id: string): Promise<{ readonly successful: boolean }>;
}

const reads: readonly (readonly [string, Read])[] = [
  ['a list', { calls: 'reads', run: (crm) => crm.list() }],
  ['an appointment', { calls: 'reads', run: (crm, id) => crm.refresh(id) }],
  ['a search', { calls: 'search', run: (crm) => crm.search('Ada') }],
  ['an edit, before it writes', { calls: 'reads', run: (crm, id) => crm.update(id, { title: 'Renamed' }) }],
];

export const describeReadFailures = (target: SandboxTarget): void => {
  describe('a CRM that cannot be read', () => {
    const bench = useWorkbench(target);

    const seedOne = (): string => {
      const { account, at } = bench();
      const startMs = Date.parse(at(3, '11:00'));
      const [id = ''] = account.control.seed([{ title: 'Planning', startMs, endMs: startMs + 1_800_000 }]);
      return id;
    };

    const cases = reads.flatMap(([what, read]) => unreadable.map((fault) => [what, fault, read] as const));

    it.each(cases)('fails %s when the CRM answers with %s', async (_what, fault, { calls, run }) => {
      const { account, crm } = bench();
      const id = seedOne();
      account.control.fault(fault, calls);
      const { errorCode, retryable, returnMessage } = failed(await run(crm, id));
      expect(['upstream_unavailable', 'upstream_invalid']).toContain(errorCode);
      expect(retryable).toBe(errorCode === 'upstream_unavailable');
      expect(returnMessage.message).toContain(target.name);

      account.control.recover();
      expect(succeeded(await crm.list()).appointments).toMatchObject([{ id, title: 'Planning' }]);
    });

    it.each(reads)('passes on for %s how long the CRM asks to wait', async (_what, { calls, run }) => {
      const { account, crm } = bench();
      const id = seedOne();
      account.control.fault('429', calls);
      expect(failed(await run(crm, id))).toMatchObject({
        errorCode: 'rate_limited',
        retryable: true,
        retryAfterMs: 7_000,
      });
    });

    it.each(reads)('fails %s for a sign-in that is none', async (_what, { run }) => {
      const { crm } = bench();
      const id = seedOne();
      const nobody = crm.as({ authHeader: 'Bearer nobody' });
      expect(failed(await run(nobody, id))).toMatchObject({ errorCode: 'unauthenticated', retryable: false });
    });

    it.each(reads)('fails %s for a sign-in that has ended', async (_what, { run }) => {
      const { account, crm } = bench();
      const id = seedOne();
      succeeded(await crm.list());
      account.control.expireSignIn();
      await crm.list();
      expect(failed(await run(crm, id))).toMatchObject({ errorCode: 'unauthenticated' });
    });

    it('fails for a user who may not see calendars, in every operation on them', async () => {
      const { account, crm, form } = bench();
      const id = seedOne();
      account.control.forbid();
      const results = [
        await crm.list(),
        await crm.refresh(id),
        await crm.create(form()),
        await crm.update(id, { title: 'Renamed' }),
        await crm.cancel(id),
      ];
      expect(results.map((result) => failed(result).errorCode)).toEqual(results.map(() => 'forbidden'));
    });
  });
};
