/** What can go wrong, where and how often: one line of a fault plan, and how it is read from JSON. */
import { isJsonObject } from './json-value';
import { SandboxRequestError } from './sandbox-request-error';

/**
 * - `429`, `500`, `503`: the vendor's error body with that status; `502`: the HTML page of a proxy
 * - `limitExceeded`: too many requests, said in the vendor's own way, which need not be a 429
 * - `drop`: the connection is reset before anything happens
 * - `slow`: the answer comes after `delayMs`
 * - `timeoutAfterCommit`: the request takes effect, then the connection is reset (or `hang`s, with `hang: true`)
 * - `truncatedJson`, `emptyBody`: the request takes effect, its answer arrives cut in half or without a body
 * - `okWithErrorBody`: status 200 around the vendor's error body, nothing takes effect
 * - `expireToken`: from this request on the token it carries is no longer valid
 */
export const faultKinds = [
  '429',
  '500',
  '502',
  '503',
  'limitExceeded',
  'drop',
  'slow',
  'timeoutAfterCommit',
  'truncatedJson',
  'emptyBody',
  'okWithErrorBody',
  'expireToken',
] as const;

export type FaultKind = (typeof faultKinds)[number];

export interface FaultRule {
  readonly fault: FaultKind;
  /** Any method when left out. */
  readonly method?: string;
  /**
   * A path in which `*` stands for any characters; every path when left out. A pattern that has a `?` is compared
   * with path and query, which tells the scripts behind one RESTlet path apart.
   */
  readonly path?: string;
  /** How many requests it hits: once when left out. */
  readonly times?: number | 'once' | 'always';
  /** Seconds in a Retry-After header; no header when left out. */
  readonly retryAfterSeconds?: number;
  /** For `slow`. */
  readonly delayMs?: number;
  /** For `timeoutAfterCommit`: leave the connection open without an answer. */
  readonly hang?: boolean;
}

const isKind = (value: unknown): value is FaultKind => faultKinds.some((kind) => kind === value);
const isCount = (value: unknown): value is number => typeof value === 'number' && value >= 0;

const ruleChecks: Readonly<
  Record<keyof FaultRule, { test(value: unknown): boolean; readonly wanted: string }>
> = {
  fault: { test: isKind, wanted: `one of ${faultKinds.join(', ')}` },
  method: { test: (value) => typeof value === 'string', wanted: 'an HTTP method' },
  path: { test: (value) => typeof value === 'string', wanted: 'a path, with * for any characters' },
  times: {
    test: (value) => value === 'once' || value === 'always' || (Number.isInteger(value) && Number(value) > 0),
    wanted: 'a number from 1, "once" or "always"',
  },
  retryAfterSeconds: { test: isCount, wanted: 'a number of seconds' },
  delayMs: { test: isCount, wanted: 'a number of milliseconds' },
  hang: { test: (value) => typeof value === 'boolean', wanted: 'true or false' },
};

function isFaultRule(
  value: Readonly<Record<string, unknown>>,
): value is Readonly<Record<string, unknown>> & FaultRule {
  return Object.entries(ruleChecks).every(
    ([name, check]) => (name !== 'fault' && value[name] === undefined) || check.test(value[name]),
  );
}

/** @throws SandboxRequestError that names the property that is unknown or has a wrong value. */
export function parseFaultRule(value: unknown): FaultRule {
  if (!isJsonObject(value))
    throw new SandboxRequestError('A fault is a JSON object such as {"fault":"429"}.');
  const unknownName = Object.keys(value).find((name) => !Object.hasOwn(ruleChecks, name));
  if (unknownName !== undefined) throw new SandboxRequestError(`A fault has no property "${unknownName}".`);
  if (isFaultRule(value)) return value;
  const wrong = Object.entries(ruleChecks)
    .filter(([name, check]) => (name === 'fault' || value[name] !== undefined) && !check.test(value[name]))
    .map(([name, check]) => `"${name}" must be ${check.wanted}`);
  throw new SandboxRequestError(`${wrong.join('; ')}.`);
}

/** Whether the rule is about this request. `url` is path and query as they were sent. */
export function faultMatches(rule: FaultRule, method: string, url: string): boolean {
  if (rule.method !== undefined && rule.method.toUpperCase() !== method.toUpperCase()) return false;
  const pattern = rule.path ?? '*';
  const subject = pattern.includes('?') ? url : (url.split('?')[0] ?? url);
  const source = pattern
    .split(/\*+/)
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`, 'i').test(subject);
}
