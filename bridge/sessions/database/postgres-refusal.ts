/**
 * Says to the person at the terminal why a start found no Postgres: at which host, and with which code. Users, passwords
 * and the messages of pg, which quote them, are never in it.
 */
import { AppointmentError } from '../../../src/contract/failure';
import { errorCode } from '../../error-code';

/** By the codes of Node (nodejs.org/api/errors.html) and the SQLSTATEs of the Postgres documentation, Appendix A. */
const meanings: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no machine of this name is known',
  EAI_AGAIN: 'its name cannot be looked up at the moment',
  ECONNREFUSED: 'nothing listens there',
  ETIMEDOUT: 'nobody answers in time',
  '28000': 'it does not let the user in',
  '28P01': 'it does not take the user and the password',
  '3D000': 'it has no such database',
  '42501': 'the user may not make tables in it',
  '53300': 'it has no connection left',
};

/** By what pg says where it gives no code. */
const codelessMeanings = [
  [/timeout/i, 'nobody answers in time'],
  [/does not support SSL/, 'it has no TLS, and the address asks for it'],
] as const;

const meaningOf = (code: string | undefined, error: unknown): string => {
  const known =
    code === undefined
      ? codelessMeanings.find(([words]) => error instanceof Error && words.test(error.message))?.[1]
      : meanings[code];
  return known ?? 'it cannot be used';
};

/** Where pg looks: a host among the parameters counts before that of the address. */
const placeIn = (url: string): string => {
  if (!URL.canParse(url)) return 'that it names';
  const { host, searchParams } = new URL(url);
  return `at ${searchParams.get('host') ?? host}`;
};

/** @param url of Postgres, as DATABASE_URL has it */
export const postgresRefusal = (url: string, error: unknown): Error => {
  const cause = error instanceof AppointmentError ? error.cause : error;
  const code = errorCode(cause);
  return new Error(
    `DATABASE_URL: the Postgres ${placeIn(url)} cannot be had (${code ?? 'no code'}): ${meaningOf(code, cause)}. ` +
      'Correct the setting, or start Postgres first.',
    { cause },
  );
};
