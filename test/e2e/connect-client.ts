/** Connects App Connect's client to a CRM through the bridge's front door, as a browser and the client go. */
import type { Platform } from '../../src/contract/operations';
import type { LocalCrms } from './local-crms';

export const CLIENT_PAGE = 'https://ringcentral.github.io/ringcentral-embeddable/redirect.html';

export interface Connecting {
  readonly crms: LocalCrms;
  readonly platform: Platform;
  /** Address of the bridge that the browser enters by. */
  readonly front: string;
  /** Of the one that it comes back to from the CRM: the same, or another on the same database. */
  readonly back: string;
}

export interface Connected {
  readonly jwtToken: string;
  readonly name: string;
  /** Where the browser ended. */
  readonly caught: string;
}

const locationOf = (response: Response): URL => {
  const location = response.headers.get('location');
  if (response.status !== 302 || location === null) throw new Error(`no redirect but ${response.status}`);
  return new URL(location);
};

const follow = (url: URL | string, cookie = ''): Promise<Response> =>
  fetch(url, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } });

const frontDoorOf = ({ crms, platform, front }: Connecting): URL => {
  const door = new URL(`/oauth/authorize/${platform}`, front);
  door.search = new URLSearchParams({
    response_type: 'code',
    redirect_uri: CLIENT_PAGE,
    state: `platform=${platform}`,
    hostname: crms.hostnames[platform] ?? '',
    ...(platform === 'bullhorn' ? { username: 'dana.sandbox' } : {}),
  }).toString();
  return door;
};

/** @throws Error with what the bridge said, when nobody is connected in the end */
export const connectClient = async (connecting: Connecting): Promise<Connected> => {
  const { crms, platform, front, back } = connecting;
  const door = await follow(frontDoorOf(connecting));
  const cookie = door.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const consent = locationOf(door);
  consent.searchParams.set('approve', crms.userIds[platform] ?? '');
  const fromCrm = locationOf(await follow(consent));
  const caught = locationOf(await follow(new URL(fromCrm.pathname + fromCrm.search, back), cookie));

  const callback = new URL('/oauth-callback', front);
  callback.searchParams.set('callbackUri', caught.href);
  callback.searchParams.set('rcAccountId', '1');
  const answer: { jwtToken?: string; name?: string; returnMessage?: { message: string } } = JSON.parse(
    await (await fetch(callback)).text(),
  );
  if (answer.jwtToken === undefined) throw new Error(`not connected: ${answer.returnMessage?.message}`);
  return { jwtToken: answer.jwtToken, name: answer.name ?? '', caught: caught.href };
};
