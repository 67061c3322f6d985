/** Runs the checks in order; what one of them throws is what it found, and never the end of the run. */
import { AppointmentError } from '../../src/contract/failure';
import { MissingFact, type Finding, type Observed, type ReadyCheck } from './check';
import type { CreatedRecords } from './created-records';
import type { PrivateWords } from './private-words';

export interface CheckResult extends Finding {
  readonly id: string;
  readonly title: string;
  readonly settles?: string | undefined;
}

export interface RunOptions {
  readonly checks: readonly ReadyCheck[];
  readonly created: CreatedRecords;
  readonly markedTitle: string;
  readonly privateWords: PrivateWords;
  /** No check begins once it is aborted. */
  readonly signal?: AbortSignal | undefined;
  readonly onResult?: ((result: CheckResult) => void) | undefined;
}

const upstreamOf = ({ details }: AppointmentError): Observed => ({
  ...(details.upstream?.status === undefined ? {} : { status: details.upstream.status }),
  ...(details.upstream?.code === undefined ? {} : { vendorCode: details.upstream.code }),
});

const findingOfThrown = (error: unknown, { created, markedTitle }: RunOptions): Finding => {
  if (error instanceof MissingFact) {
    return { outcome: 'skipped', observed: {}, whatToDo: error.message };
  }
  if (error instanceof AppointmentError) {
    if (error.code === 'ambiguous_write') created.mayExist(markedTitle);
    return {
      outcome: 'broken',
      observed: { code: error.code, ...upstreamOf(error) },
      whatToDo: error.message,
    };
  }
  const message = error instanceof Error ? error.message : 'The check ended without saying why.';
  return { outcome: 'broken', observed: { code: 'internal' }, whatToDo: message };
};

const masked = (finding: Finding, { mask }: PrivateWords): Finding => ({
  outcome: finding.outcome,
  observed: Object.fromEntries(
    Object.entries(finding.observed).map(([name, value]) => [
      name,
      typeof value === 'string' ? mask(value) : value,
    ]),
  ),
  ...(finding.whatToDo === undefined ? {} : { whatToDo: mask(finding.whatToDo) }),
  ...(finding.setting === undefined ? {} : { setting: finding.setting }),
});

export const runChecks = async (options: RunOptions): Promise<readonly CheckResult[]> => {
  const results: CheckResult[] = [];
  for (const check of options.checks) {
    if (options.signal?.aborted) break;
    const found = await check.run().catch((error: unknown) => findingOfThrown(error, options));
    const { id, title, settles } = check;
    const result = {
      id,
      title,
      ...(settles === undefined ? {} : { settles }),
      ...masked(found, options.privateWords),
    };
    results.push(result);
    options.onResult?.(result);
  }
  return results;
};
