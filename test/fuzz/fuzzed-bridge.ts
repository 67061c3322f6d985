/** The bridge as it is in production, but for limits of speed, in front of the three local CRMs; somebody signed in to each. */
import { createApp } from '../../bridge/app';
import { createConnectors } from '../../bridge/connectors/create-connectors';
import { createLog } from '../../bridge/log';
import { deriveBridgeKeys } from '../../bridge/sessions/bridge-keys';
import { createSessionServices } from '../../bridge/sessions/session-services';
import type { Session } from '../../bridge/sessions/session-store';
import { createSignInProviders } from '../../bridge/sign-in/create-sign-in-providers';
import { platforms, type Platform } from '../../src/contract/operations';
import { listenOnLoopback } from '../../sandbox/core/sandbox-server';
import { sandboxNowMs, sandboxTimeZone } from '../conformance/sandbox-clock';
import { openTestDatabase } from '../bridge/sessions/test-database';
import { openFuzzedCrms, type CrmUser, type FuzzedCrms } from './fuzzed-crms';
import type { RecordedCall } from './recording-door';
import { createWire, type WireAnswer, type WireRequest } from './wire';

export const SECRET = 'a secret of thirty-two characters or more';
export const REDIRECT_URI = 'https://client.example/redirect.html';
const API_KEY = 'the key of the servers, of thirty-two';
/** After so many requests the CRMs are as at the start: what was created must not make every list longer. */
const RESET_AFTER = 300;

export interface VendorRequestSeen extends RecordedCall {
  readonly platform: Platform;
}

export interface Exchange {
  readonly answer: WireAnswer;
  /** What the CRMs were asked for it. */
  readonly vendorCalls: readonly VendorRequestSeen[];
  /** Lines that the bridge logged for it. */
  readonly logLines: readonly string[];
}

export interface FuzzedBridge {
  readonly port: number;
  readonly crms: FuzzedCrms;
  /** Headers of a signed-in App Connect client. */
  clientHeaders(platform: Platform): Readonly<Record<string, string>>;
  /** Headers of a server that acts for a user. */
  serverHeaders(platform: Platform): Readonly<Record<string, string>>;
  /** Signs in again whom a request has signed out. */
  signIn(): Promise<void>;
  exchange(request: WireRequest): Promise<Exchange>;
  close(): Promise<void>;
}

const sessionOf = (platform: Platform, user: CrmUser): Session => ({
  id: `${user.userId}-${platform}`,
  platform,
  userId: user.userId,
  userName: 'Somebody',
  hostname: user.hostname,
  timeZone: sandboxTimeZone,
  place: { hostname: user.hostname },
  tokens: {
    accessToken: user.credential.replace(/^Bearer /, ''),
    credential: user.credential,
    expiresAtMs: Date.parse('2099-01-01T00:00:00Z'),
    ...(user.restUrl === undefined ? {} : { restUrl: user.restUrl }),
  },
});

const openApp = async (crms: FuzzedCrms, logLines: string[]) => {
  const log = createLog({ level: 'trace', destination: { write: (line) => void logLines.push(line) } });
  const test = await openTestDatabase();
  const { netsuite, bullhorn, clio } = {
    netsuite: crms.netsuite.door.baseUrl,
    bullhorn: crms.bullhorn.door.baseUrl,
    clio: crms.clio.door.baseUrl,
  };
  const app = { clientId: 'an-app', clientSecret: 'its-secret' };
  let baseUrl = '';
  const services = createSessionServices({
    database: test.database,
    keys: deriveBridgeKeys({ secret: SECRET }),
    providers: createSignInProviders({
      netsuite: { ...app, restBaseUrl: netsuite, restletBaseUrl: netsuite },
      bullhorn: { ...app, restBaseUrl: bullhorn, loginInfoUrl: `${bullhorn}/rest-services/loginInfo` },
      clio: { apps: { us: app }, baseUrl: clio },
    }),
    redirectUris: [REDIRECT_URI],
    publicUrl: () => baseUrl,
    log,
  });
  const connectors = createConnectors({
    netsuite: { restletBaseUrl: netsuite, restBaseUrl: netsuite, recordTimeZone: 'user' },
    bullhorn: { bullhornRestBaseUrl: bullhorn },
    clio: { clioBaseUrl: clio },
    log,
    nowMs: () => sandboxNowMs,
  });
  const server = await listenOnLoopback(
    createApp({
      connectors,
      sessions: services,
      publicUrl: () => baseUrl,
      apiKey: API_KEY,
      signInsPerMinute: 1_000_000,
      log,
    }),
  );
  baseUrl = server.baseUrl;
  const close = async (): Promise<void> => {
    await server.close();
    await test.close();
  };
  return { services, port: Number(new URL(baseUrl).port), close };
};

export const openFuzzedBridge = async (): Promise<FuzzedBridge> => {
  const crms = await openFuzzedCrms();
  const logLines: string[] = [];
  const { services, port, close } = await openApp(crms, logLines);
  const wire = createWire(port);
  const sessions = platforms.map((platform) => sessionOf(platform, crms[platform].user));
  const signIn = async (): Promise<void> => {
    for (const session of sessions) await services.sessions.save(session);
  };
  await signIn();
  const tokens = new Map<Platform, string>();
  for (const session of sessions) tokens.set(session.platform, await services.tokens.sign(session));
  let requests = 0;

  const takeCalls = (): readonly VendorRequestSeen[] =>
    platforms.flatMap((platform) => crms[platform].door.take().map((call) => ({ ...call, platform })));

  return {
    port,
    crms,
    signIn,
    clientHeaders: (platform) => ({ authorization: `Bearer ${tokens.get(platform) ?? ''}` }),
    serverHeaders: (platform) => {
      const { userId, credential, hostname, restUrl } = crms[platform].user;
      return {
        authorization: credential,
        'x-bridge-api-key': API_KEY,
        'x-crm-user-id': userId,
        'x-crm-hostname': hostname,
        'x-crm-time-zone': sandboxTimeZone,
        ...(restUrl === undefined ? {} : { 'x-crm-rest-url': restUrl }),
      };
    },
    exchange: async (request) => {
      if (++requests % RESET_AFTER === 0) platforms.forEach((platform) => crms[platform].reset());
      const answer = await wire.send(request);
      return { answer, vendorCalls: takeCalls(), logLines: logLines.splice(0) };
    },
    close: async () => {
      wire.close();
      await close();
      for (const platform of platforms) await crms[platform].door.close();
    },
  };
};
