import { AppointmentError } from '../../../src/contract/failure';
import { needed, type ReadyCheck } from '../../../tools/doctor/check';
import { createCreatedRecords } from '../../../tools/doctor/created-records';
import { asAssumed } from '../../../tools/doctor/finding';
import { createPrivateWords } from '../../../tools/doctor/private-words';
import { runChecks } from '../../../tools/doctor/run-checks';

const markedTitle = 'App Connect doctor 1a2b3c';

const checkOf = (id: string, run: ReadyCheck['run']): ReadyCheck => ({ id, title: id, run });

const good = checkOf('good', async () => asAssumed({ status: 200 }));

const run = async (checks: readonly ReadyCheck[], signal?: AbortSignal) => {
  const created = createCreatedRecords();
  const privateWords = createPrivateWords();
  privateWords.add('secret-token', 'rest9.bullhornstaffing.com', 'abc');
  const results = await runChecks({ checks, created, markedTitle, privateWords, signal });
  return { results, created };
};

describe('running the checks', () => {
  it('takes what one throws for what it found, and goes on', async () => {
    const failing = checkOf('failing', async () => {
      throw new AppointmentError('forbidden', 'Ask for the permission.', {
        details: { upstream: { status: 403, code: 'INSUFFICIENT_PERMISSION' } },
      });
    });
    const { results } = await run([failing, good]);
    expect(results).toEqual([
      {
        id: 'failing',
        title: 'failing',
        outcome: 'broken',
        observed: { code: 'forbidden', status: 403, vendorCode: 'INSUFFICIENT_PERMISSION' },
        whatToDo: 'Ask for the permission.',
      },
      { id: 'good', title: 'good', outcome: 'as-assumed', observed: { status: 200 } },
    ]);
  });

  it('skips a check for which an earlier one found nothing', async () => {
    const zone = checkOf('zone', async () => asAssumed({ zone: needed<string>(undefined, 'time zone') }));
    const { results } = await run([zone]);
    expect(results[0]).toMatchObject({
      outcome: 'skipped',
      whatToDo: 'There is no time zone: an earlier check has not succeeded.',
    });
  });

  it('masks tokens, hosts and e-mail addresses, wherever they come from', async () => {
    const telling = checkOf('telling', async () => {
      throw new Error('secret-token of ada@firm.example at rest9.bullhornstaffing.com, abc');
    });
    const { results } = await run([telling]);
    expect(results[0]?.whatToDo).toBe('*** of *** at ***, abc');
  });

  it('names what may be there after a write whose answer is lost', async () => {
    const lost = checkOf('lost', async () => {
      throw new AppointmentError('ambiguous_write', 'Nobody knows.');
    });
    const { created } = await run([lost]);
    expect(await created.removeAll()).toEqual([markedTitle]);
  });

  it('begins no check once it is stopped', async () => {
    const stopping = new AbortController();
    const last = checkOf('last', async () => {
      stopping.abort();
      return asAssumed({});
    });
    const { results } = await run([last, good], stopping.signal);
    expect(results.map(({ id }) => id)).toEqual(['last']);
  });
});

describe('what the doctor made', () => {
  it('goes, the newest first, and what does not is named once', async () => {
    const created = createCreatedRecords();
    const gone: string[] = [];
    const stuck = async (): Promise<void> => {
      throw new Error('no');
    };
    created.add({ title: 'first', remove: async () => void gone.push('first') });
    created.add({ title: 'stuck', remove: stuck });
    created.add({ title: 'stuck', remove: stuck });
    created.add({ title: 'last', remove: async () => void gone.push('last') });
    expect(await created.removeAll()).toEqual(['stuck']);
    expect(gone).toEqual(['last', 'first']);
  });
});
