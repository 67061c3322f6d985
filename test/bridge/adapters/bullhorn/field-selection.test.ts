import {
  createFieldSelection,
  listedAppointmentFields,
} from '../../../../bridge/adapters/bullhorn/field-selection';
import { AppointmentError, type FailureCode } from '../../../../src/contract/failure';
import { failureOf } from './bullhorn-account';

const MINUTE_MS = 60_000;
const choice = { name: 'kind', selections: ['all', 'most', 'some'] } as const;

const failure = (code: FailureCode): AppointmentError =>
  new AppointmentError(code, 'No.', { details: { upstream: { status: 400 } } });

/** A tenant that refuses these selections; gives those that were asked for. */
const askedOf = (refusing: string[], code: FailureCode = 'invalid_request') => {
  let nowMs = 0;
  const asked: string[] = [];
  const select = createFieldSelection({ nowMs: () => nowMs });
  const ask = async (corpToken = 'e999'): Promise<string> =>
    select(corpToken, choice, async (fields) => {
      asked.push(fields);
      if (refusing.includes(fields)) throw failure(code);
      return fields;
    });
  return {
    ask,
    asked: () => asked.splice(0),
    pass: (durationMs: number): void => {
      nowMs += durationMs;
    },
  };
};

describe('What is asked for of a tenant that refuses fields', () => {
  it('is less and less until it is given, and the same at once the next time', async () => {
    const { ask, asked } = askedOf(['all', 'most']);
    expect(await ask()).toBe('some');
    expect(await ask()).toBe('some');
    expect(asked()).toEqual(['all', 'most', 'some', 'some']);
  });

  it('is everything again after ten minutes: the refusal may have been a stray one', async () => {
    const refusing = ['all'];
    const { ask, asked, pass } = askedOf(refusing);
    await ask();
    refusing.pop();
    pass(9 * MINUTE_MS);
    await ask();
    pass(MINUTE_MS);
    await ask();
    expect(asked()).toEqual(['all', 'most', 'most', 'all']);
  });

  it('is everything of another tenant', async () => {
    const { ask, asked } = askedOf(['all']);
    await ask();
    await ask('e111');
    expect(asked()).toEqual(['all', 'most', 'all', 'most']);
  });

  it('stays what it was where every selection is refused, and where the failure is another one', async () => {
    const refused = askedOf(['all', 'most', 'some']);
    await failureOf(refused.ask());
    await failureOf(refused.ask());
    expect(refused.asked()).toEqual(['all', 'most', 'some', 'all', 'most', 'some']);
    const unavailable = askedOf(['all'], 'upstream_unavailable');
    expect((await failureOf(unavailable.ask())).code).toBe('upstream_unavailable');
    expect(unavailable.asked()).toEqual(['all']);
  });

  it('still tells of a copy whether its parent is deleted, unless that is refused, too', () => {
    expect(listedAppointmentFields.selections[1]).toContain('parentAppointment(id,isDeleted,');
  });
});
