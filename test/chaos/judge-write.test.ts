import type { HeldAppointment, HeldState } from '../../tools/chaos/held-appointment';
import { judgeWrite, type JudgedWrite } from '../../tools/chaos/judge-write';
import type { OperationAnswer } from '../../tools/chaos/operation-answer';
import { creating, editing, settingStatus } from '../../tools/chaos/write-effect';

const before: HeldAppointment = {
  title: 'Chaos 1-1-1: first',
  summary: 'Agenda',
  startMs: Date.UTC(2026, 6, 20, 18),
  durationMinutes: 30,
  attendeeIds: ['1', '2'],
  status: 'scheduled',
};
const after = { ...before, title: 'Chaos 1-1-1: edit', attendeeIds: ['2', '3'] };
const rules = { statuses: ['scheduled', 'cancelled'], cancelled: 'hidden', isWrittenInSteps: true } as const;

const edit: JudgedWrite = {
  effect: editing({ title: after.title, attendeeIds: after.attendeeIds }),
  rules,
  people: ['1', '2', '3'],
  origin: [before],
  candidates: [before],
  isOpen: false,
};

const failure = (
  errorCode: 'ambiguous_write' | 'rate_limited' | 'unauthenticated' | 'not_found',
): OperationAnswer => ({
  kind: 'failure',
  failure: {
    successful: false,
    errorCode,
    retryable: errorCode === 'rate_limited',
    returnMessage: { message: 'It failed.', messageType: 'danger', ttl: 1000 },
  },
});
const nothing: OperationAnswer = { kind: 'none' };

const held = (...states: readonly HeldState[]) =>
  states.flatMap((state, index) => (state ? [{ id: String(index + 1), state }] : []));

const kinds = (write: JudgedWrite, answer: OperationAnswer, ...states: readonly HeldState[]) =>
  judgeWrite(write, [answer], held(...states)).findings.map(({ kind }) => kind);

describe('the judge of a write', () => {
  it('lets a definite failure stand only where nothing was done', () => {
    expect(kinds(edit, failure('rate_limited'), before)).toEqual([]);
    expect(kinds(edit, failure('rate_limited'), after)).toEqual(['false failure']);
    expect(kinds(edit, failure('rate_limited'))).toEqual(['lost']);
  });

  it.each([failure('ambiguous_write'), nothing])('takes either for true while nobody knows', (answer) => {
    expect(kinds(edit, answer, before)).toEqual([]);
    expect(kinds(edit, answer, after)).toEqual([]);
    expect(kinds(edit, answer, { ...after, title: 'Something else' })).toEqual(['false success']);
  });

  it('takes a half done change for possible only where the CRM takes steps', () => {
    const half = { ...after, attendeeIds: ['1', '2', '3'] };
    expect(kinds(edit, nothing, half)).toEqual([]);
    const atOnce = { ...edit, rules: { ...rules, isWrittenInSteps: false } };
    expect(kinds(atOnce, nothing, half)).toEqual(['false success']);
  });

  it('knows after an open answer what a later failure of the same key does not say', () => {
    const open = judgeWrite(edit, [nothing], held(after));
    expect(open.outcome).toBe('open');
    const later = { ...edit, candidates: open.candidates, isOpen: true };
    expect(judgeWrite(later, [failure('unauthenticated')], held(after))).toMatchObject({
      outcome: 'open',
      findings: [],
    });
    expect(kinds(later, failure('rate_limited'), after)).toContain('false failure');
    expect(kinds({ ...later, candidates: [before, after] }, failure('rate_limited'), before)).toEqual([]);
    expect(kinds(later, failure('not_found'), after)).toEqual(['false failure', 'false failure']);
  });

  it('finds what is there twice, and what is not there at all', () => {
    const create = { ...edit, effect: creating(after), origin: [undefined], candidates: [undefined] };
    expect(kinds(create, nothing, after, after)).toEqual(['doubled']);
    const definite = { ...edit, candidates: [before] };
    expect(kinds(definite, nothing)).toEqual(['lost']);
  });

  it('takes not_found for true of what a lost answer may have deleted', () => {
    const gone = { ...rules, cancelled: 'gone' } as const;
    const cancel = { ...edit, rules: gone, effect: settingStatus('cancelled', gone) };
    const later = { ...cancel, candidates: [before, undefined], isOpen: true };
    expect(kinds(later, failure('not_found'))).toEqual([]);
    expect(kinds(cancel, failure('not_found'), before)).toEqual(['false failure']);
  });
});
