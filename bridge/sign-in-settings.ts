/** The part of the settings that signing in at the CRMs needs. */
import type { SettingReader } from './setting-reader';
import type { AppCredentials } from './sign-in/app-credentials';
import type { ClioRegion } from './sign-in/clio/region';

export interface SignInSettings {
  /** Address of the bridge as browsers see it, without a slash at the end; undefined: where it listens. */
  readonly publicUrl: string | undefined;
  /** Pages of App Connect's client at which a sign-in may end. */
  readonly redirectUris: readonly string[];
  /** How often a minute one address may take each step of a sign-in. */
  readonly limitPerMinute: number;
  /** What this bridge is registered as. A CRM without is one that nobody can sign in to. */
  readonly apps: {
    readonly netsuite: AppCredentials | undefined;
    readonly bullhorn: AppCredentials | undefined;
    readonly clio: Readonly<Record<ClioRegion, AppCredentials | undefined>>;
  };
}

/** An office behind one address connects at nine o'clock; somebody who tries out codes gets nowhere with it. */
export const DEFAULT_SIGN_INS_PER_MINUTE = 30;

/** The client's own: of the manifest's default, and of its connection to Bullhorn. */
const DEFAULT_REDIRECT_URIS = [
  'https://ringcentral.github.io/ringcentral-embeddable/redirect.html',
  'https://apps.ringcentral.com/integration/ringcentral-embeddable/latest/redirect.html',
];

/** What the two settings of each registration begin with: Clio has one for each region. */
const appPrefixes = ['NETSUITE', 'BULLHORN', 'CLIO', 'CLIO_EU', 'CLIO_CA', 'CLIO_AU'] as const;

type AppPrefix = (typeof appPrefixes)[number];

const clientIdSetting = (prefix: AppPrefix): string => `${prefix}_CLIENT_ID`;

export const clientIdSettings: readonly string[] = appPrefixes.map(clientIdSetting);

const readApp = ({ text, isSet, problems }: SettingReader, prefix: AppPrefix): AppCredentials | undefined => {
  const [idName, secretName] = [clientIdSetting(prefix), `${prefix}_CLIENT_SECRET`];
  const [clientId, clientSecret] = [text(idName), text(secretName)];
  if (clientId !== undefined && !isSet(secretName)) {
    problems.push(`${secretName} must be set too, because ${idName} is.`);
  }
  if (clientId === undefined && isSet(secretName)) {
    problems.push(`${idName} must be set too, because ${secretName} is.`);
  }
  return clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret };
};

export const readSignInSettings = (reader: SettingReader): SignInSettings => ({
  publicUrl: reader.url('BRIDGE_PUBLIC_URL'),
  redirectUris: reader.urls('APP_CONNECT_REDIRECT_URIS') ?? DEFAULT_REDIRECT_URIS,
  limitPerMinute: reader.wholeNumber('SIGN_IN_LIMIT_PER_MINUTE', {
    from: 1,
    to: 1_000_000,
    byDefault: DEFAULT_SIGN_INS_PER_MINUTE,
  }),
  apps: {
    netsuite: readApp(reader, 'NETSUITE'),
    bullhorn: readApp(reader, 'BULLHORN'),
    clio: {
      us: readApp(reader, 'CLIO'),
      eu: readApp(reader, 'CLIO_EU'),
      ca: readApp(reader, 'CLIO_CA'),
      au: readApp(reader, 'CLIO_AU'),
    },
  },
});
