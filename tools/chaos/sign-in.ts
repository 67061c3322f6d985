/** Signs a user in as App Connect's client does: through the bridge's front door, the CRM's consent page, and back. */
import type { ChaosCrm, CrmUser } from './chaos-crm';

/** The page at which a sign-in of the client ends (app-connect.md §1.1). */
const CLIENT_PAGE = 'https://ringcentral.github.io/ringcentral-embeddable/redirect.html';

const follow = async (url: URL | string, cookie = ''): Promise<Response> =>
  fetch(url, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } });

/** @throws Error where the answer leads nowhere */
const redirectOf = (response: Response): URL => {
  const location = response.headers.get('location');
  if (location === null) throw new Error(`A sign-in ended with status ${response.status}.`);
  return new URL(location);
};

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');

const tokenIn = (answer: unknown): string | undefined =>
  typeof answer === 'object' && answer !== null && 'jwtToken' in answer && typeof answer.jwtToken === 'string'
    ? answer.jwtToken
    : undefined;

/**
 * @returns the token of the client routes
 * @throws Error where the CRM or the bridge refused on the way; it can be tried again from the beginning
 */
export const signIn = async (baseUrl: string, crm: ChaosCrm, user: CrmUser): Promise<string> => {
  const start = new URL(`/oauth/authorize/${crm.platform}`, baseUrl);
  const query = {
    response_type: 'code',
    redirect_uri: CLIENT_PAGE,
    state: `platform=${crm.platform}`,
    hostname: crm.hostname,
    ...user.signIn,
  };
  for (const [name, value] of Object.entries(query)) start.searchParams.set(name, value);
  const door = await follow(start);
  const consent = redirectOf(door);
  consent.searchParams.set('approve', user.id);
  const back = redirectOf(await follow(consent));
  const caught = redirectOf(await follow(new URL(back.pathname + back.search, baseUrl), cookieOf(door)));
  const callback = new URL('/oauth-callback', baseUrl);
  callback.searchParams.set('callbackUri', caught.href);
  callback.searchParams.set('rcAccountId', '1');
  const token = tokenIn(await (await fetch(callback)).json());
  if (token === undefined) throw new Error('A sign-in gave no token.');
  return token;
};
