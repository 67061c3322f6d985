/**
 * Judges the answers to a write by what the CRM then holds, and says what may be true from now on. Knows nothing of the
 * bridge but the contract: a definite answer leaves one truth, `ambiguous_write` and no answer leave several. Pure.
 */
import type { FailureResult, RecordResult } from '../../src/contract/result.schema';
import type { CrmRules, HeldRecord } from './chaos-crm';
import {
  describeState,
  includesState,
  isSameState,
  stateOfAnswer,
  uniqueStates,
  type HeldState,
} from './held-appointment';
import { describeAnswer, type OperationAnswer } from './operation-answer';
import type { Finding } from './violation';
import { possibleStates, type WriteEffect } from './write-effect';

export interface JudgedWrite {
  readonly effect: WriteEffect;
  readonly rules: CrmRules;
  /** Whom the run invites. */
  readonly people: readonly string[];
  /** What may have been true before the first request with the key. */
  readonly origin: readonly HeldState[];
  /** What may have been true before these answers. */
  readonly candidates: readonly HeldState[];
  /** An earlier answer to the same key left open what was done. */
  readonly isOpen: boolean;
}

/** `open`: only the same key again, or a read, tells more. `undone`: nothing was done, and may be asked for again. */
export type WriteOutcome = 'done' | 'undone' | 'refused' | 'partial' | 'open';

export interface Judgement {
  readonly outcome: WriteOutcome;
  readonly candidates: readonly HeldState[];
  readonly findings: readonly Finding[];
}

/** What the CRM or the moment may always say, and says nothing of the request itself. */
const passingCodes: ReadonlySet<string> = new Set([
  'rate_limited',
  'upstream_unavailable',
  'unauthenticated',
]);

interface Claim {
  readonly outcome: WriteOutcome;
  readonly candidates: readonly HeldState[];
  /** A failure that the contract or the CRM gives no reason for. */
  readonly complaint?: Finding;
}

const wrong = (answer: OperationAnswer, why: string): Finding => ({
  kind: 'wrong answer',
  words: `${describeAnswer(answer)} was answered; ${why}`,
});

const claimOfFinalFailure = (write: JudgedWrite, answer: OperationAnswer, code: string): Claim => {
  const refused = { outcome: 'refused', candidates: write.origin } as const;
  if (code === 'not_found') {
    const absent = write.candidates.filter((state) => state === undefined);
    if (absent.length > 0) return { outcome: 'refused', candidates: absent };
    return {
      ...refused,
      complaint: { kind: 'false failure', words: 'not_found was answered of what is there' },
    };
  }
  if (code === 'upstream_invalid' || (code === 'unsupported' && write.effect.isUnsupported)) return refused;
  return { ...refused, complaint: wrong(answer, 'nothing about the request gives a reason for that') };
};

/** Of the credential of who asks, and of what was done but cannot be shown. */
const WORDS_OF_OTHER_THINGS = /^(The CRM does not renew the sign-in|It was saved by the first request)/;

/** A bridge that does not know what an earlier try did has to say so: any other failure says that nothing was done. */
const saysNothingOfTheWrite = ({ errorCode, returnMessage }: FailureResult): boolean =>
  errorCode === 'unauthenticated' || WORDS_OF_OTHER_THINGS.test(returnMessage.message);

const claimOfFailure = (write: JudgedWrite, answer: OperationAnswer, failure: FailureResult): Claim => {
  const { errorCode, retryable, appointment } = failure;
  const possible = possibleStates(write.candidates, write.effect, write.rules);
  if (errorCode === 'ambiguous_write') return { outcome: 'open', candidates: possible };
  if (errorCode === 'conflict' && retryable) return { outcome: 'open', candidates: possible };
  // What was done before and cannot be shown is to be asked for again, whatever keeps it from being shown.
  if (passingCodes.has(errorCode) || (errorCode === 'upstream_invalid' && retryable)) {
    if (!write.isOpen) return { outcome: 'undone', candidates: write.candidates };
    return { outcome: 'open', candidates: saysNothingOfTheWrite(failure) ? write.candidates : write.origin };
  }
  if (errorCode !== 'partial_write') return claimOfFinalFailure(write, answer, errorCode);
  if (appointment) return { outcome: 'partial', candidates: [stateOfAnswer(appointment, write.people)] };
  return {
    outcome: 'open',
    candidates: possible,
    complaint: wrong(answer, 'it does not show what is true now'),
  };
};

const claimOf = (write: JudgedWrite, answer: OperationAnswer): Claim => {
  if (answer.kind === 'record') {
    const after = uniqueStates(write.candidates.map(write.effect.after));
    if (!write.effect.isUnsupported) return { outcome: 'done', candidates: after };
    return {
      outcome: 'done',
      candidates: after,
      complaint: { kind: 'false success', words: 'a success was answered where the CRM cannot do it' },
    };
  }
  if (answer.kind === 'failure') return claimOfFailure(write, answer, answer.failure);
  if (answer.kind === 'signed-out') {
    return { outcome: write.isOpen ? 'open' : 'undone', candidates: write.candidates };
  }
  const possible = possibleStates(write.candidates, write.effect, write.rules);
  if (answer.kind === 'none') return { outcome: 'open', candidates: possible };
  return { outcome: 'open', candidates: possible, complaint: wrong(answer, 'that is no answer to a write') };
};

/** Of several answers to one key that one counts which tells the most. */
const weight: Readonly<Record<WriteOutcome, number>> = {
  done: 4,
  partial: 3,
  open: 2,
  refused: 1,
  undone: 0,
};

const strongest = (claims: readonly [Claim, ...Claim[]]): Claim =>
  claims.reduce((best, claim) => (weight[claim.outcome] > weight[best.outcome] ? claim : best));

const kindOfLie = (claim: Claim, actual: HeldState, write: JudgedWrite): Finding['kind'] => {
  const possible = possibleStates(write.candidates, write.effect, write.rules);
  if (claim.outcome !== 'done' && includesState(possible, actual)) return 'false failure';
  const shouldBeThere = claim.candidates.every((state) => state !== undefined);
  return actual === undefined && shouldBeThere ? 'lost' : 'false success';
};

const shownFinding = (
  { appointment, appointmentId }: RecordResult,
  held: HeldRecord | undefined,
  people: readonly string[],
): Finding | undefined => {
  const shown = stateOfAnswer(appointment, people);
  if (!held) {
    if (shown.status === 'cancelled') return undefined;
    return { kind: 'false success', words: `${describeState(shown)} was shown, and nothing is there` };
  }
  if (appointmentId !== held.id || appointment.id !== held.id) {
    return { kind: 'false success', words: `id ${appointmentId} was answered of what has the id ${held.id}` };
  }
  if (isSameState(shown, held.state)) return undefined;
  const words = `${describeState(shown)} was shown, and ${describeState(held.state)} is there`;
  return { kind: 'false success', words };
};

/**
 * @param answers to requests with one key that ran at the same time, one or more
 * @param held every record that the CRM holds of the appointment, right after the last answer
 */
export const judgeWrite = (
  write: JudgedWrite,
  answers: readonly [OperationAnswer, ...OperationAnswer[]],
  held: readonly HeldRecord[],
): Judgement => {
  const [first, ...others] = answers;
  const claims: readonly [Claim, ...Claim[]] = [
    claimOf(write, first),
    ...others.map((one) => claimOf(write, one)),
  ];
  const claim = strongest(claims);
  const actual = held[0]?.state;
  const said = answers.map(describeAnswer).join(' and ');
  const findings: Finding[] = claims.flatMap(({ complaint }) => complaint ?? []);
  if (held.length > 1) {
    findings.push({ kind: 'doubled', words: `${said} was answered, and it is there ${held.length} times` });
  }
  const isTrue = includesState(claim.candidates, actual);
  if (!isTrue) {
    const expected = claim.candidates.map(describeState).join(' or ');
    const words = `${said} was answered, so it should be ${expected}, and ${describeState(actual)} is there`;
    findings.push({ kind: kindOfLie(claim, actual, write), words });
  }
  // Who was told a lie already is not told another one about the same thing.
  if (findings.length === 0) {
    findings.push(
      ...answers.flatMap((one) =>
        one.kind === 'record' ? (shownFinding(one.result, held[0], write.people) ?? []) : [],
      ),
    );
  }
  return { outcome: claim.outcome, candidates: isTrue ? claim.candidates : [actual], findings };
};
