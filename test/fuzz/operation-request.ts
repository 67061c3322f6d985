/** Requests of the contract's operations, of either kind of caller, to any CRM: well-formed here, hostile there. */
import { fc } from '../fast-check';
import { operations, platforms, type OperationName, type Platform } from '../../src/contract/operations';
import type { FuzzedBridge } from './fuzzed-bridge';
import type { CrmUser } from './fuzzed-crms';
import { hostileDay, hostileInstant, hostileJson, hostileText } from './hostile-values';
import { operationNames } from './named-operation';
import { encodedOnce, writtenForms } from './target-text';
import type { WireRequest } from './wire';

export interface OperationRequest extends WireRequest {
  readonly platform: Platform;
}

const instant = fc
  .integer({ min: -60, max: 120 })
  .map((halfDays) => new Date(Date.parse('2026-03-02T18:00:00Z') + halfDays * 43_200_000).toISOString());
const day = instant.map((text) => text.slice(0, 10));

/** Mostly as it should be. */
const mostly = <Value>(good: fc.Arbitrary<Value>, hostile: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 3, arbitrary: good }, { weight: 1, arbitrary: hostile });

/** A few of the fields, each good or hostile: with more, hardly a request would get further than the first check. */
const someOf = (
  fields: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  user: CrmUser,
): fc.Arbitrary<object> => {
  const hostile = hostileJson([...user.contactIds, ...user.names]);
  const one = fc
    .constantFrom(...Object.entries(fields))
    .chain(([name, good]) => mostly(good, hostile).map((value) => [name, value] as const));
  return fc.array(one, { minLength: 1, maxLength: 3 }).map((entries) => Object.fromEntries(entries));
};

const contactsOf = ({ contactIds }: CrmUser): fc.Arbitrary<unknown> => {
  const id = mostly(fc.constantFrom(...contactIds), fc.constantFrom('999999', '0', '-1', "501' OR '1'='1"));
  const type = fc.constantFrom('contact', 'custjob', 'Candidate', 'Contact', 'Lead', '', '__proto__', 'x)');
  return fc.array(fc.oneof(id, fc.record({ id, type }), fc.record({ id, name: hostileText(contactIds) })), {
    maxLength: 3,
  });
};

const changeOf = (user: CrmUser): fc.Arbitrary<object> => {
  const text = fc.oneof(fc.constantFrom(...user.names), hostileText(user.names));
  const start = fc.oneof({ weight: 4, arbitrary: instant }, hostileInstant);
  return someOf(
    {
      title: text,
      summary: text,
      description: text,
      location: text,
      startTimeUtc: start,
      startTime: start,
      durationMinutes: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.constantFrom(0, -1, 1e9, 527_040, 1.5)),
      status: fc.constantFrom('scheduled', 'confirm', 'Cancelled', 'tentative', 'completed', 'gone'),
      contacts: contactsOf(user),
      participantName: text,
      attendees: contactsOf(user),
    },
    user,
  );
};

const createOf = (user: CrmUser): fc.Arbitrary<object> =>
  fc
    .tuple(
      fc.record({
        title: fc.constantFrom(...user.names),
        startTimeUtc: instant,
        durationMinutes: fc.integer({ min: 1, max: 600 }),
      }),
      fc.option(changeOf(user), { nil: {} }),
    )
    .map(([valid, changes]) => ({ ...valid, ...changes }));

/** As text: also what no serializer writes. */
const brokenBody = fc.constantFrom(
  '',
  '{',
  '{"title":',
  '{"title":"a"}}',
  '[]',
  'null',
  'true',
  '"text"',
  '1e999',
  '\ufeff{}',
  '{"title":"a","title":{"b":1}}',
  '{"__proto__":{"title":"a","durationMinutes":30},"startTimeUtc":"2026-03-09T18:00:00Z"}',
  '{"payload":{"payload":{}}}',
  '{"patch":null}',
  '{"constructor":{"prototype":{"x":1}}}',
  `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  `{"title":"${'x'.repeat(120_000)}"}`,
  '<xml/>',
  'title=a&durationMinutes=30',
  '\0',
);

const bodyOf = (operation: OperationName, user: CrmUser): fc.Arbitrary<string | undefined> => {
  const forms: Partial<Record<OperationName, fc.Arbitrary<unknown>>> = {
    createAppointment: fc.oneof(
      { weight: 3, arbitrary: createOf(user) },
      { weight: 1, arbitrary: createOf(user).map((payload) => ({ payload })) },
    ),
    updateAppointment: fc.oneof(
      changeOf(user),
      changeOf(user).map((patch) => ({ patch })),
    ),
    setAppointmentStatus: changeOf(user),
  };
  const form = forms[operation];
  if (!form) return fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, brokenBody);
  return fc.oneof(
    { weight: 8, arbitrary: form.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: hostileJson(user.names).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: brokenBody },
  );
};

const rangeOf = (user: CrmUser): Readonly<Record<string, fc.Arbitrary<string>>> => {
  const edge = fc.oneof({ weight: 4, arbitrary: day }, { weight: 1, arbitrary: instant }, hostileDay);
  return {
    startDate: edge,
    endDate: edge,
    startTime: fc.oneof(instant, hostileInstant),
    endTime: fc.oneof(instant, hostileInstant),
    range: fc.constantFrom('upcoming', 'past', 'all'),
    mineOnly: fc.constantFrom('true', 'false', '1', 'yes'),
    contactId: fc.constantFrom(...user.contactIds, '1 OR 1=1'),
    forceSync: fc.constantFrom('true', ''),
  };
};

/** What an operation reads of the query; others get parameters that mean nothing to them. */
const parametersOf = (
  operation: OperationName,
  user: CrmUser,
): Readonly<Record<string, fc.Arbitrary<string>>> => {
  if (operation === 'listAppointments') return rangeOf(user);
  if (operation === 'findContactWithName') return { name: fc.constantFrom(...user.names) };
  return { appointmentId: fc.constantFrom(...user.appointmentIds) };
};

const queryOf = (operation: OperationName, user: CrmUser): fc.Arbitrary<string> => {
  const hostile = hostileText([...user.names, ...user.contactIds]);
  const one = fc
    .constantFrom(...Object.entries(parametersOf(operation, user)))
    .chain(([name, good]) => fc.tuple(fc.constant(name), mostly(good, hostile), writtenForms))
    .map(([name, value, write]) => `${name}=${write(value)}`);
  const odd = fc.oneof(
    hostile.map((name) => `${encodedOnce(name)}=1`),
    fc.constantFrom('__proto__=1', 'name[]=a', 'name[a]=b', 'a', '=', '&&', 'jwtToken=x', '%', '%zz=1'),
  );
  const good =
    operation === 'findContactWithName'
      ? fc.constantFrom(...user.names).map((name) => [`name=${encodedOnce(name)}`])
      : fc
          .tuple(day, day)
          .map((days) => days.sort().map((text, at) => `${['start', 'end'][at]}Date=${text}`));
  return fc.oneof(
    {
      weight: 2,
      arbitrary: fc.tuple(good, fc.array(odd, { maxLength: 2 })).map((parts) => parts.flat().join('&')),
    },
    { weight: 3, arbitrary: fc.array(one, { maxLength: 3 }).map((parts) => parts.join('&')) },
  );
};

const idOf = (user: CrmUser): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...user.appointmentIds) },
    { weight: 1, arbitrary: fc.constantFrom('999999', '0', '00', '-1', '123456789012345678', '7001_1') },
    {
      weight: 3,
      arbitrary: fc.tuple(hostileText(user.appointmentIds), writtenForms).map(([text, write]) => write(text)),
    },
  );

const headersOf = (user: CrmUser): fc.Arbitrary<Readonly<Record<string, string>>> => {
  const text = hostileText([user.userId, user.hostname]);
  const odd = (...listed: readonly string[]) => fc.oneof(fc.constantFrom(...listed), text);
  const headers = {
    'idempotency-key': odd('k1', '"k2"', '""', 'k'.repeat(300)),
    'if-match': odd('*', '"1"', 'W/"1"', '"a", "b"', '""'),
    'content-type': odd(
      'text/plain',
      'application/json; charset=utf-7',
      'application/x-www-form-urlencoded',
      'json',
    ),
    'content-encoding': fc.constantFrom('gzip', 'br', 'compress', 'identity'),
    'x-crm-user-id': odd('1 OR 1=1', '-1', '1e3'),
    'x-crm-hostname': odd(
      'evil.example',
      'app.clio.com.evil.example',
      'app.clio.com@evil.example',
      '127.0.0.1:1',
    ),
    'x-crm-rest-url': odd('https://evil.example/rest-services/e999/', 'https://rest9.bullhornstaffing.com/'),
    'x-crm-time-zone': odd('Europe/Berlin', '+14:00', 'EST5EDT', 'Etc/GMT+12', '../../etc'),
    'x-bridge-api-key': text,
    authorization: odd('Bearer', 'Bearer x', 'Basic eDp5', 'bearer  a b'),
    'accept-language': text,
    'x-http-method-override': fc.constant('DELETE'),
    cookie: text,
  };
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant({}) },
    {
      weight: 2,
      arbitrary: fc.oneof(
        ...Object.entries(headers).map(([name, value]) => value.map((given) => ({ [name]: given }))),
      ),
    },
  );
};

export const operationRequest = (bridge: FuzzedBridge): fc.Arbitrary<OperationRequest> =>
  fc
    .record({
      operation: fc.constantFrom(...operationNames),
      platform: fc.constantFrom(...platforms),
      isClient: fc.boolean(),
    })
    .chain(({ operation, platform, isClient }) => {
      const { user } = bridge.crms[platform];
      const { method, clientPath, serverPath } = operations[operation];
      const path = isClient ? clientPath : `/connectors/${platform}${serverPath}`;
      const known = isClient ? bridge.clientHeaders(platform) : bridge.serverHeaders(platform);
      return fc
        .record({
          id: idOf(user),
          query: queryOf(operation, user),
          body: bodyOf(operation, user),
          headers: headersOf(user),
        })
        .map(({ id, query, body, headers }) => ({
          platform,
          method,
          target: path.replace(':appointmentId', () => id) + (query === '' ? '' : `?${query}`),
          headers: {
            ...known,
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
          body,
        }));
    });
