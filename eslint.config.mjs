import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Who may import whom. Each rule says why; docs/decisions and architecture say more. */
const zone = (target, from, message, except) => ({ target, from, message, ...(except ? { except } : {}) });

const zones = [
  zone('./src/contract', './src', 'The contract runs everywhere; it depends on nothing.', ['./contract']),
  zone('./src/contract', './bridge', 'The contract runs everywhere; it depends on nothing.'),
  zone('./src/restlet', './bridge', 'A RESTlet runs inside NetSuite; there is no bridge there.'),
  zone('./bridge', './src/restlet', 'The bridge talks to the RESTlets over HTTP, as App Connect does.'),
  zone('./bridge', './sandbox', 'The bridge meets the sandbox as it meets a vendor: over HTTP.'),
  zone('./bridge/routes', './bridge/adapters', 'A route does not know vendors.'),
  zone('./bridge/routes', './bridge/http', 'A route does not know vendors.'),
  zone('./bridge/adapters', './bridge/routes', 'An adapter does not know who asks.'),
  zone('./bridge/adapters', './bridge/connectors', 'An adapter does not know who asks.'),
  zone('./bridge/adapters', './bridge/sessions', 'An adapter is handed its credential.'),
  ...['netsuite', 'bullhorn', 'clio'].map((vendor) =>
    zone(`./bridge/adapters/${vendor}`, './bridge/adapters', 'One adapter does not know another.', [
      `./${vendor}`,
      './calendar-adapter.ts',
      './appointment-id.ts',
      './appointment-of-content.ts',
      './by-start.ts',
      './patched-times.ts',
      './row-reader.ts',
    ]),
  ),
  zone('./bridge/sign-in', './bridge/routes', 'Signing in is one thing, who asks for it another.'),
  zone('./bridge/sign-in', './bridge/adapters', 'Signing in knows hosts and tokens, no calendars.'),
  zone('./bridge/sign-in', './bridge/sessions', 'A provider keeps nothing; sessions do.'),
  zone('./bridge/console/page', './bridge', 'The page meets the bridge as every client does: over HTTP.', [
    './console/page',
  ]),
  zone(
    './bridge/*.ts',
    './bridge/console/page',
    'The page runs in a browser; the bridge serves what is built of it.',
  ),
  zone(
    './bridge/console/*.ts',
    './bridge/console/page',
    'The page runs in a browser; the bridge serves what is built of it.',
  ),
  zone('./sandbox', './src', 'An emulator that shares our mapper agrees with our mistakes.'),
  zone('./sandbox', './bridge', 'An emulator that shares our mapper agrees with our mistakes.'),
];

const localTime =
  /^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)$|^toLocale(Date|Time)?String$/;

const noLocalTime = {
  selector: `MemberExpression[property.name=${localTime}]`,
  message: 'Local time depends on the machine. Use src/contract/time.',
};

/** Imports of packages, by the files that may not have them. */
const withoutPackages = (files, ignores, patterns) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommended],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } } },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-default-export': 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', noLocalTime],
      complexity: ['error', 12],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60 }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  withoutPackages(
    ['src/contract/**/*.ts'],
    ['**/*.schema.ts'],
    [{ regex: '^[^.]', message: 'The contract runs everywhere; only its schema files know zod.' }],
  ),
  withoutPackages(
    ['src/contract/**/*.schema.ts'],
    [],
    [{ regex: '^(?!zod$)[^.]', message: 'The contract runs everywhere; it depends on nothing but zod.' }],
  ),
  withoutPackages(
    ['src/restlet/**/*.ts'],
    [
      'src/restlet/{calendar-event-repository,person-kinds,person-names,search-value,user-session,netsuite-user-format,netsuite-zone-clock,dispatch,calendar-event-filters,format-probe,search-probe}.ts',
    ],
    [
      { regex: '^N/', message: 'Only the repository, the clock, the session and the entry touch NetSuite.' },
      {
        regex: '\\.schema$|intl-zone-clock$',
        message: 'A validator would be most of the bundle; seven parameters need a page of plain functions.',
      },
    ],
  ),
  withoutPackages(
    [
      'src/restlet/{calendar-event-repository,person-kinds,person-names,search-value,user-session,netsuite-user-format,netsuite-zone-clock,dispatch,calendar-event-filters,format-probe,search-probe}.ts',
      'src/FileCabinet/**/*.ts',
    ],
    [],
    [
      {
        regex: '\\.schema$|intl-zone-clock$',
        message: 'A validator would be most of the bundle; seven parameters need a page of plain functions.',
      },
    ],
  ),
  withoutPackages(
    ['bridge/routes/**/*.ts'],
    [],
    [{ regex: '^axios$', message: 'A route does not know vendors.' }],
  ),
  withoutPackages(
    ['bridge/adapters/**/*.ts'],
    [],
    [{ regex: '^express$', message: 'An adapter does not know who asks.' }],
  ),
  {
    files: ['bridge/console/page/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '\\.schema$',
              allowTypeImports: true,
              message: 'A validator would be most of the script; the bridge has checked its answers.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 500 }],
      'no-restricted-syntax': 'off',
    },
  },
  withoutPackages(
    ['test/**/*.ts'],
    ['test/fast-check.ts'],
    [
      {
        regex: '^fast-check$',
        message: 'test/fast-check has the seed: a run must be one that can be repeated.',
      },
    ],
  ),
  {
    // N/format and Date inside the emulated server work in the server's zone, as they do in NetSuite.
    files: ['sandbox/netsuite/runtime/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
