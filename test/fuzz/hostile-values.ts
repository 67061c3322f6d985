/** Values that no well-meaning caller sends: what they would break out of, overflow, or be taken for. */
import { fc } from '../fast-check';

/** Part of texts that must never be found in a log. */
export const CANARY = 'zqcanaryqz';

const metacharacters = [
  "'",
  '"',
  "' OR '1'='1",
  '1 OR 1=1',
  '1); DROP TABLE appointment; --',
  "' UNION SELECT password FROM employee --",
  "') OR isDeleted=false OR ('a'='a",
  '1 AND owner.id<>0',
  '* OR *',
  '*:*',
  'name:* OR firstName:[a TO z]',
  'a) OR (b',
  'NOT a',
  'a AND',
  '(((',
  '[a TO z}',
  'a~2^9',
  '\\',
  '\\\\*',
  '%',
  '%%',
  '_%',
  '&script=customscript_other&deploy=1',
  '?limit=1000000',
  '#',
  ';jsessionid=1',
  'a&b=c',
  'a=b',
  '$where',
  '${7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  'eid:1',
] as const;

const paths = [
  '.',
  '..',
  '../',
  '../../employee/1',
  '..%2f..%2femployee%2f1',
  '%2e%2e%2f',
  '%252e%252e%252f',
  '..;/',
  '/etc/passwd',
  '//evil.example/',
  'http://evil.example/',
  '\\..\\..',
  '77/../78',
  '77%2f..%2f78',
  '77?expand=all',
  '77#',
] as const;

const controls = [
  '\r\n',
  '77\r\nX-Injected: 1',
  'a\nb',
  '\0',
  '77\0',
  'a\u0000b',
  '\u001b[31m',
  '\u007f',
  '\u2028',
  '\ufeff',
  '\u202e77',
  '%00',
  '%0d%0a',
] as const;

const unicode = [
  '７７',
  '٧٧',
  '𝟩𝟩',
  'İstanbul',
  'ß',
  'e\u0301',
  '👩‍👩‍👧',
  '\ud800',
  '佐藤',
  'ﬁ',
  '\u00a0',
] as const;

const names = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'prototype',
  'null',
  'undefined',
  'NaN',
] as const;

const numbers = [
  '0',
  '-1',
  '007',
  '1e3',
  '0x4d',
  '77.0',
  '9'.repeat(19),
  '9'.repeat(400),
  '-0',
  'Infinity',
  '1_000',
  ' 77 ',
] as const;

const instants = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '1000-01-01T00:00:00+14:59',
  '1582-10-10T00:00:00Z',
  '1969-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59Z',
  '9999-12-31T23:59:59-19:59',
  '+010000-01-01T00:00:00Z',
  '2026-02-30T10:00:00Z',
  '2026-03-08T02:30:00-08:00',
  '2026-03-09T24:00:00Z',
  '2026-03-09T10:00:60Z',
  '2026-03-09T10:00:00',
  '2026-03-09 10:00:00Z',
  'yesterday',
] as const;

const days = [
  '0000-00-00',
  '0001-01-01',
  '1000-01-01',
  '1969-12-31',
  '9999-12-31',
  '9999-12-30',
  '10000-01-01',
  '2026-02-29',
  '2026-13-01',
  '2026-3-1',
  '03/01/2026',
  '２０２６-03-01',
] as const;

export const hostileInstant = fc.constantFrom(...instants);
export const hostileDay = fc.oneof(fc.constantFrom(...days), fc.constantFrom(...instants));

const listed = fc.constantFrom(
  ...metacharacters,
  ...paths,
  ...controls,
  ...unicode,
  ...names,
  ...numbers,
  ...instants,
  '',
  ' ',
  CANARY,
);

const long = fc.constantFrom(201, 1_001, 5_000).map((length) => 'x'.repeat(length));

/** @param known texts that mean something to the CRM: hostile ones are also made of these */
export const hostileText = (known: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: listed },
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...known), listed).map(([one, other]) => one + other) },
    {
      weight: 1,
      arbitrary: fc.tuple(listed, fc.constantFrom(...known)).map(([one, other]) => `${one} ${other}`),
    },
    { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
    { weight: 1, arbitrary: long },
  );

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

/** Anything that JSON can say where something else is expected. */
export const hostileJson = (known: readonly string[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 5, arbitrary: hostileText(known) },
    {
      weight: 3,
      arbitrary: fc.constantFrom<unknown>(
        null,
        true,
        false,
        0,
        -1,
        0.5,
        1e9,
        1e308,
        Number.MAX_SAFE_INTEGER,
        [],
        {},
        [[]],
        [null],
        { id: {} },
        { $gt: '' },
        { length: 1e9 },
        { toString: 1, valueOf: null },
        nested(500),
      ),
    },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  );
