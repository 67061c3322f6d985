/** Judges what a list or a single appointment shows by what must, may and must not be there. Pure. */
import type { Appointment } from '../../src/contract/appointment.schema';
import type { CrmRules } from './chaos-crm';
import { describeState, includesState, isSameState, stateOfAnswer, type HeldState } from './held-appointment';
import { describeAnswer, type OperationAnswer } from './operation-answer';
import type { Finding } from './violation';

export interface ReadJudgement {
  /** What may be true from now on. */
  readonly candidates: readonly HeldState[];
  readonly findings: readonly Finding[];
}

/** An appointment that nobody changed while it was read. */
export interface StillAppointment {
  readonly candidates: readonly HeldState[];
  /** How every title begins that it has or had. */
  readonly titleStart: string;
}

/** In epoch milliseconds: what lies wholly in it belongs to the list in every zone. */
export interface SureWindow {
  readonly fromMs: number;
  readonly toMs: number;
}

const readCodes: ReadonlySet<string> = new Set([
  'rate_limited',
  'upstream_unavailable',
  'upstream_invalid',
  'unauthenticated',
]);

/** @param allowed further codes that are a true answer */
export const judgeReadFailure = (
  answer: OperationAnswer,
  allowed: readonly string[] = [],
): readonly Finding[] => {
  if (answer.kind === 'none' || answer.kind === 'signed-out') return [];
  const code = answer.kind === 'failure' ? answer.failure.errorCode : '';
  if (readCodes.has(code) || allowed.includes(code)) return [];
  return [{ kind: 'wrong answer', words: `${describeAnswer(answer)} was answered to a read` }];
};

const isListed = (state: HeldState, { cancelled }: CrmRules): boolean =>
  state !== undefined && (state.status !== 'cancelled' || cancelled === 'listed');

const isSurelyIn = (state: HeldState, { fromMs, toMs }: SureWindow): boolean =>
  state === undefined || (state.startMs >= fromMs && state.startMs + state.durationMinutes * 60_000 <= toMs);

const unchanged = (candidates: readonly HeldState[], ...findings: readonly Finding[]): ReadJudgement => ({
  candidates,
  findings,
});

/** What a list shows of one appointment. */
export const judgeListed = (
  { candidates, titleStart }: StillAppointment,
  listed: readonly Appointment[],
  {
    rules,
    people,
    window,
  }: { readonly rules: CrmRules; readonly people: readonly string[]; readonly window: SureWindow },
): ReadJudgement => {
  const rows = listed.filter(({ title }) => title.startsWith(titleStart));
  const [row] = rows;
  if (rows.length > 1) {
    return unchanged(candidates, {
      kind: 'wrong list',
      words: `${titleStart} is listed ${rows.length} times`,
    });
  }
  if (row) {
    const shown = stateOfAnswer(row, people);
    const expected = candidates.filter((state) => isListed(state, rules));
    if (includesState(expected, shown)) return unchanged([shown]);
    const words = `${describeState(shown)} is listed, and should be ${expected.map(describeState).join(' or ') || 'absent'}`;
    return unchanged(candidates, { kind: 'wrong list', words });
  }
  const remaining = candidates.filter((state) => !isListed(state, rules) || !isSurelyIn(state, window));
  if (remaining.length > 0) return unchanged(remaining);
  const words = `${candidates.map(describeState).join(' or ')} is missing from the list`;
  return unchanged(candidates, { kind: 'wrong list', words });
};

/** What asking for one appointment by its id shows. */
export const judgeRefreshed = (
  { candidates }: StillAppointment,
  answer: OperationAnswer,
  people: readonly string[],
): ReadJudgement => {
  if (answer.kind === 'record') {
    const shown = stateOfAnswer(answer.result.appointment, people);
    if (includesState(candidates, shown))
      return unchanged(candidates.filter((state) => isSameState(state, shown)));
    const words = `${describeState(shown)} was shown, and it should be ${candidates.map(describeState).join(' or ')}`;
    return unchanged(candidates, { kind: 'wrong answer', words });
  }
  const isAbsent = answer.kind === 'failure' && answer.failure.errorCode === 'not_found';
  if (!isAbsent) return unchanged(candidates, ...judgeReadFailure(answer));
  if (includesState(candidates, undefined)) return unchanged([undefined]);
  return unchanged(candidates, { kind: 'lost', words: 'not_found was answered of what is there' });
};
