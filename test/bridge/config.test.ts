import { ConfigError, readConfig } from '../../bridge/config';

const SECRET = 'a secret of thirty-two characters or more';

const problemsOf = (env: Readonly<Record<string, string>>): readonly string[] => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('readConfig', () => {
  it('starts a sandbox on this machine where nothing is set', () => {
    expect(readConfig({})).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      mode: 'sandbox',
      apiKey: undefined,
      netsuite: { restletBaseUrl: undefined, restBaseUrl: undefined, recordTimeZone: 'user' },
    });
  });

  it('makes a secret of its own for each sandbox', () => {
    const [one, other] = [readConfig({}).secret, readConfig({}).secret];
    expect(one?.length).toBeGreaterThanOrEqual(32);
    expect(one).not.toBe(other);
  });

  it.each([
    [{ NETSUITE_REST_BASE_URL: 'https://x.example' }, 'live'],
    [{ CLIO_BASE_URL: 'https://x.example' }, 'live'],
    [{ BULLHORN_REST_BASE_URL: 'https://x.example', BRIDGE_MODE: 'sandbox' }, 'sandbox'],
    [{ NETSUITE_REST_BASE_URL: ' ' }, 'sandbox'],
    [{ NODE_ENV: 'production' }, 'live'],
    [{ NODE_ENV: 'Production ' }, 'live'],
    [{ NODE_ENV: 'prod' }, 'live'],
    [{ NODE_ENV: 'production', BRIDGE_MODE: ' ' }, 'live'],
    [{ NODE_ENV: 'production', BRIDGE_MODE: 'sandbox' }, 'sandbox'],
    [{ CLIO_CLIENT_SECRET_FILE: __filename, BRIDGE_SECRET: SECRET, CLIO_CLIENT_ID: 'c' }, 'live'],
    [{ BRIDGE_MODE: 'live' }, 'live'],
  ])('runs %j as %s', (env, mode) => {
    expect(readConfig(env).mode).toBe(mode);
  });

  it('runs live without a secret, with the client routes off', () => {
    expect(readConfig({ BRIDGE_MODE: 'live' }).secret).toBeUndefined();
    expect(readConfig({ BRIDGE_MODE: 'live', BRIDGE_SECRET: SECRET }).secret).toBe(SECRET);
  });

  it('takes base URLs without their last slash', () => {
    const { netsuite, bullhorn, clio } = readConfig({
      NETSUITE_RESTLET_BASE_URL: 'http://127.0.0.1:9001/',
      NETSUITE_REST_BASE_URL: 'http://127.0.0.1:9002',
      BULLHORN_LOGIN_INFO_URL: 'http://127.0.0.1:9003/loginInfo',
      BULLHORN_REST_BASE_URL: 'http://127.0.0.1:9003',
      CLIO_BASE_URL: 'http://127.0.0.1:9004',
      NETSUITE_RECORD_TIME_ZONE: 'America/New_York',
      NETSUITE_ACCOUNT_CONCURRENCY: '15',
    });
    expect(netsuite).toEqual({
      restletBaseUrl: 'http://127.0.0.1:9001',
      restBaseUrl: 'http://127.0.0.1:9002',
      recordTimeZone: 'America/New_York',
      accountConcurrency: 15,
    });
    expect([bullhorn.loginInfoUrl, clio.baseUrl]).toEqual([
      'http://127.0.0.1:9003/loginInfo',
      'http://127.0.0.1:9004',
    ]);
  });

  it('lets base URLs replace the vendors’ own in production only by a second setting', () => {
    const env = { NODE_ENV: 'production', CLIO_BASE_URL: 'https://proxy.example' };
    expect(problemsOf(env)).toEqual([expect.stringContaining('ALLOW_VENDOR_URL_OVERRIDE=1')]);
    expect(problemsOf({ ...env, ALLOW_VENDOR_URL_OVERRIDE: '1' })).toEqual([]);
  });

  it.each(['0', '-5', '2.5', '1000', 'many'])('refuses %s requests at a time for NetSuite', (given) => {
    expect(problemsOf({ NETSUITE_ACCOUNT_CONCURRENCY: given })).toEqual([
      'NETSUITE_ACCOUNT_CONCURRENCY must be a number from 1 to 999.',
    ]);
    expect(readConfig({}).netsuite.accountConcurrency).toBeUndefined();
  });

  it('names every problem at once, and no secret', () => {
    const env = {
      PORT: '80800',
      BRIDGE_MODE: 'live',
      BRIDGE_SECRET: 'too short',
      LOG_LEVEL: 'loud',
      NETSUITE_REST_BASE_URL: 'ftp://x',
      CLIO_BASE_URL: 'https://user@x.example',
      NETSUITE_RECORD_TIME_ZONE: 'Pacific',
      NETSUITE_ACCOUNT_CONCURRENCY: '0',
    };
    const problems = problemsOf(env);
    for (const name of Object.keys(env).filter((one) => one !== 'BRIDGE_MODE')) {
      expect(problems.filter((problem) => problem.startsWith(`${name} `))).toHaveLength(1);
    }
    expect(() => readConfig(env)).toThrow(/PORT[^]*BRIDGE_SECRET[^]*LOG_LEVEL/);
    expect(problems.join()).not.toContain('too short');
  });

  it('starts no sandbox in production where the word for it is wrong', () => {
    expect(problemsOf({ NODE_ENV: 'production', BRIDGE_MODE: 'Sandbox' })).toEqual([
      'BRIDGE_MODE must be one of sandbox, live.',
    ]);
  });

  it.each(['BRIDGE_SECRET', 'BRIDGE_SECRET_PREVIOUS', 'BRIDGE_API_KEY'])(
    'refuses a weak %s live, and takes it in the sandbox',
    (name) => {
      const env = { BRIDGE_SECRET: SECRET, [name]: 'x'.repeat(40) };
      expect(problemsOf({ ...env, BRIDGE_MODE: 'live' })).toEqual([
        `${name} must not be one piece of text over and over. Make one with: openssl rand -hex 32`,
      ]);
      expect(problemsOf(env)).toEqual([]);
    },
  );

  it.each(['BRIDGE_SECRET', 'BRIDGE_SECRET_PREVIOUS'])(
    'refuses to hand %s out as the key of other servers',
    (name) => {
      const env = { BRIDGE_MODE: 'live', BRIDGE_SECRET: `${SECRET} as well`, BRIDGE_API_KEY: SECRET };
      expect(problemsOf({ ...env, [name]: SECRET })).toEqual([
        expect.stringContaining(`BRIDGE_API_KEY must differ from ${name}:`),
      ]);
      expect(problemsOf(env)).toEqual([]);
    },
  );

  it('wants the secret with the one before it', () => {
    expect(problemsOf({ BRIDGE_MODE: 'live', BRIDGE_SECRET_PREVIOUS: SECRET })).toEqual([
      'BRIDGE_SECRET must be set, because BRIDGE_SECRET_PREVIOUS is.',
    ]);
  });

  it('names a file that is missing once, beside everything else that is wrong', () => {
    expect(
      problemsOf({
        PORT: 'eighty',
        BRIDGE_SECRET_FILE: '/nowhere',
        CLIO_CLIENT_ID: 'c',
        CLIO_CLIENT_SECRET_FILE: '/nowhere',
      }),
    ).toEqual([
      'BRIDGE_SECRET_FILE names a file that cannot be read (ENOENT).',
      'CLIO_CLIENT_SECRET_FILE names a file that cannot be read (ENOENT).',
      'PORT must be a number from 0 to 65535.',
    ]);
  });

  it.each([
    ['TRUST_PROXY', 'trustedProxies', 0, '2', 2],
    ['SHUTDOWN_NOTICE_SECONDS', 'shutdownNoticeMs', 0, '10', 10_000],
  ] as const)('takes %s as a number', (name, key, byDefault, text, value) => {
    expect(readConfig({})[key]).toBe(byDefault);
    expect(readConfig({ [name]: text })[key]).toBe(value);
    expect(problemsOf({ [name]: 'true' })).toEqual([expect.stringContaining(`${name} must be a number`)]);
  });

  it('limits sign-ins to thirty a minute unless another limit is named, and never to none', () => {
    expect(readConfig({}).signIn.limitPerMinute).toBe(30);
    expect(readConfig({ SIGN_IN_LIMIT_PER_MINUTE: '5' }).signIn.limitPerMinute).toBe(5);
    expect(problemsOf({ SIGN_IN_LIMIT_PER_MINUTE: '0' })).toHaveLength(1);
  });

  it('knows only the two modes', () => {
    expect(problemsOf({ BRIDGE_MODE: 'demo' })).toEqual(['BRIDGE_MODE must be one of sandbox, live.']);
  });

  it('keeps sessions in memory in the sandbox, in a folder live, and in Postgres where one is named', () => {
    expect(readConfig({}).database).toEqual({ url: undefined, directory: undefined });
    expect(readConfig({ BRIDGE_DATA_DIR: '/data' }).database.directory).toBe('/data');
    expect(readConfig({ BRIDGE_MODE: 'live' }).database.directory).toBe('.bridge-data');
    const url = 'postgres://bridge:secret@db.example/bridge';
    expect(readConfig({ DATABASE_URL: url }).database.url).toBe(url);
  });

  it('knows as what the bridge is registered with each CRM, and with each region of Clio', () => {
    const env = {
      BRIDGE_SECRET: SECRET,
      NETSUITE_CLIENT_ID: 'n',
      NETSUITE_CLIENT_SECRET: 'ns',
      CLIO_EU_CLIENT_ID: 'e',
      CLIO_EU_CLIENT_SECRET: 'es',
    };
    const { mode, signIn } = readConfig(env);
    expect(mode).toBe('live');
    expect(signIn.apps).toEqual({
      netsuite: { clientId: 'n', clientSecret: 'ns' },
      bullhorn: undefined,
      clio: { us: undefined, eu: { clientId: 'e', clientSecret: 'es' }, ca: undefined, au: undefined },
    });
  });

  it('wants an id, its secret, and a secret of the bridge together', () => {
    for (const app of ['NETSUITE', 'BULLHORN', 'CLIO', 'CLIO_EU', 'CLIO_CA', 'CLIO_AU']) {
      expect(problemsOf({ [`${app}_CLIENT_ID`]: 'b' })).toEqual([
        `BRIDGE_SECRET must be set, because ${app}_CLIENT_ID is.`,
        `${app}_CLIENT_SECRET must be set too, because ${app}_CLIENT_ID is.`,
      ]);
    }
    expect(problemsOf({ CLIO_CA_CLIENT_SECRET: 'SECRET', BRIDGE_SECRET: SECRET })).toEqual([
      'CLIO_CA_CLIENT_ID must be set too, because CLIO_CA_CLIENT_SECRET is.',
    ]);
  });

  it('shows the console in the sandbox unless told not to, and live only when told to', () => {
    const isShown = (env: Readonly<Record<string, string>>): boolean => readConfig(env).console;
    expect([isShown({}), isShown({ CONSOLE: '0' })]).toEqual([true, false]);
    const live = { BRIDGE_MODE: 'live', BRIDGE_SECRET: SECRET };
    expect([isShown(live), isShown({ ...live, CONSOLE: '1' })]).toEqual([false, true]);
  });

  it('wants a secret for a live console', () => {
    expect(problemsOf({ BRIDGE_MODE: 'live', CONSOLE: '1' })).toEqual([
      'BRIDGE_SECRET must be set, because CONSOLE=1 is.',
    ]);
    expect(problemsOf({ CONSOLE: 'on' })).toEqual(['CONSOLE must be one of 0, 1.']);
  });

  it('lets sign-ins end at RingCentral’s pages unless others are named', () => {
    expect(readConfig({}).signIn.redirectUris).toContain(
      'https://ringcentral.github.io/ringcentral-embeddable/redirect.html',
    );
    const named = { APP_CONNECT_REDIRECT_URIS: 'https://a.example/r, https://b.example/r.html' };
    expect(readConfig(named).signIn.redirectUris).toEqual([
      'https://a.example/r',
      'https://b.example/r.html',
    ]);
    expect(problemsOf({ APP_CONNECT_REDIRECT_URIS: 'https://a.example/r?x=1' })).toHaveLength(1);
    expect(readConfig({ BRIDGE_PUBLIC_URL: 'https://bridge.example/' }).signIn.publicUrl).toBe(
      'https://bridge.example',
    );
  });
});
