import { createOnce } from '../../../bridge/idempotency/create-once';
import { AppointmentError, type FailureCode } from '../../../src/contract/failure';

const failure = (code: FailureCode, status?: number) =>
  new AppointmentError(code, `${code} ${status ?? ''}`, {
    details: { upstream: status === undefined ? { code: 'ECONNRESET' } : { status } },
  });

/** Gives each of the outcomes in turn; an error is thrown. */
const inTurn = <Outcome>(outcomes: readonly (Outcome | Error)[]) => {
  const acts = outcomes.map((outcome) => async (): Promise<Outcome> => {
    if (outcome instanceof Error) throw outcome;
    return outcome;
  });
  let calls = 0;
  return {
    calls: () => calls,
    act: async (): Promise<Outcome> => {
      const act = acts[calls++];
      if (!act) throw new Error('asked too often');
      return act();
    },
  };
};

const attempt = async (
  created: readonly (string | Error)[],
  found: readonly (string | undefined | Error)[],
  isKeyUnique = false,
) => {
  const create = inTurn(created);
  const find = inTurn(found);
  const result = await createOnce({ create: create.act, find: find.act, isKeyUnique }).catch(
    (error: unknown) => error,
  );
  return { result, created: create.calls(), found: find.calls() };
};

const lost = failure('ambiguous_write');
const failed = failure('ambiguous_write', 500);
const atGateway = failure('ambiguous_write', 502);

describe('creating once', () => {
  it('asks for nothing when all goes well', async () => {
    expect(await attempt(['new'], [])).toEqual({
      result: { by: 'this-request', created: 'new' },
      created: 1,
      found: 0,
    });
  });

  it.each([lost, failed, atGateway])(
    'finds what was made although the answer was lost: %s',
    async (error) => {
      expect(await attempt([error], ['made'])).toMatchObject({
        result: { by: 'this-request', found: 'made' },
        created: 1,
      });
    },
  );

  it.each([
    ['was lost', lost, false],
    ['came from a gateway', atGateway, false],
    ['was the CRM’s own failure', failed, true],
  ])(
    'sends again what is not there only when nothing can still come: the answer %s',
    async (_what, error, isSentAgain) => {
      const { result, created } = await attempt([error, 'new'], [undefined]);
      expect(created).toBe(isSentAgain ? 2 : 1);
      expect(result).toEqual(isSentAgain ? { by: 'this-request', created: 'new' } : error);
    },
  );

  it('sends again after any lost answer where the CRM refuses a second record with the key', async () => {
    const { result } = await attempt([lost, 'new'], [undefined], true);
    expect(result).toEqual({ by: 'this-request', created: 'new' });
  });

  it('sends nothing again where it cannot be looked for', async () => {
    const { result, created } = await attempt([failed], [failure('rate_limited', 429)], true);
    expect([result, created]).toEqual([failed, 1]);
  });

  it.each([failed, failure('rate_limited', 429), failure('invalid_request', 400)])(
    'does not take what the second request met for what became of the first: %s',
    async (second) => {
      const { result, created } = await attempt([failed, second], [undefined, undefined], true);
      expect([result, created]).toEqual([failed, 2]);
    },
  );

  it('finds what the first request made when the CRM refuses the second as its twin', async () => {
    const twin = failure('invalid_request', 400);
    expect(await attempt([lost, twin], [undefined, 'made'], true)).toMatchObject({
      result: { by: 'this-request', found: 'made' },
    });
  });

  it('finds what an earlier request made when the CRM refuses this one as its twin', async () => {
    const twin = failure('invalid_request', 400);
    expect(await attempt([twin], ['made'], true)).toMatchObject({
      result: { by: 'earlier-request', found: 'made' },
    });
    expect((await attempt([twin], [undefined], true)).result).toBe(twin);
    expect(await attempt([twin], [], false)).toMatchObject({ result: twin, found: 0 });
  });

  it.each(['rate_limited', 'forbidden', 'unauthenticated', 'upstream_unavailable'] as const)(
    'looks for nothing after %s: nothing was made',
    async (code) => {
      expect(await attempt([failure(code)], [])).toMatchObject({ result: { code }, created: 1, found: 0 });
    },
  );
});
