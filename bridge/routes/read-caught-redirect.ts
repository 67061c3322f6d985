/** Reads the redirect that App Connect's client caught and sends on (app-connect.md §2, GET /oauth-callback). Pure. */
import { platforms, type Platform } from '../../src/contract/operations';
import type { CaughtRedirect } from '../sessions/client-sign-in';

/** App Connect's server answers these with 400 and the text alone. */
export type RedirectProblem = 'Missing callbackUri' | 'Missing platform name';

type Query = Readonly<Record<string, unknown>>;

/** What older clients leave outside of `callbackUri`, because they do not encode it. */
const LOOSE = ['code', 'state', 'error', 'company', 'entity', 'role'];

const textIn = (query: Query, name: string): string => {
  const value = query[name];
  return typeof value === 'string' ? value : '';
};

const callbackOf = (url: URL, query: Query): URLSearchParams => {
  const callback = new URLSearchParams(url.search);
  for (const name of LOOSE) {
    const value = textIn(query, name);
    if (!callback.has(name) && value !== '') callback.set(name, value);
  }
  return callback;
};

/** `platform=clio`, possibly among other things, possibly encoded once more. */
const platformNameIn = (state: string): string => {
  const read = new URLSearchParams(state);
  const readTwice = new URLSearchParams([...read.keys()].join('&'));
  return read.get('platform') ?? readTwice.get('platform') ?? '';
};

/** A platform that is no CRM of ours is left to the caller: `undefined`. */
export const readCaughtRedirect = (
  query: Query,
): (Omit<CaughtRedirect, 'platform'> & { readonly platform: Platform | undefined }) | RedirectProblem => {
  const callbackUri = textIn(query, 'callbackUri');
  if (!URL.canParse(callbackUri)) return 'Missing callbackUri';
  const url = new URL(callbackUri);
  const callback = callbackOf(url, query);
  const name = platformNameIn(callback.get('state') ?? '');
  if (name === '') return 'Missing platform name';
  const username = textIn(query, 'username');
  return {
    platform: platforms.find((one) => one === name),
    place: { hostname: textIn(query, 'hostname'), ...(username === '' ? {} : { username }) },
    redirectUri: url.origin + url.pathname,
    callback,
  };
};
