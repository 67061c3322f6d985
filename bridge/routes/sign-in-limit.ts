/** Holds back who signs in over and over: one address takes a step of a sign-in so many times a minute, and no more. */
import type { RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { AppointmentError } from '../../src/contract/failure';
import { errorCode } from '../error-code';

const WINDOW_MS = 60_000;

/** The package's own default: a visitor has all addresses of a subnet, commonly one between /48 and /64. */
const IPV6_SUBNET_BITS = 56;

export interface SignInLimitOptions {
  /** Of each step, for an IPv4 address or an IPv6 subnet. Counted in this process alone. */
  readonly perMinute: number;
  readonly log: { error(ids: object, title: string): void };
}

/** Gives a handler that counts for its route alone. `answer` says it as the route says its failures. */
export type SignInLimit = (answer: (response: Response, error: AppointmentError) => void) => RequestHandler;

const tooMany = (): AppointmentError =>
  new AppointmentError(
    'rate_limited',
    'There were too many sign-ins from your network within a minute. Wait a minute and connect again.',
  );

/** Answers carry RateLimit and RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers-08); refusals Retry-After too. */
export const createSignInLimit = ({ perMinute, log }: SignInLimitOptions): SignInLimit => {
  /** The package looks at the first request: does a proxy stand before us that TRUST_PROXY does not count? */
  const reportDoubt = (error: unknown): void =>
    // `ERR_ERL_…`, in the wiki of the package.
    log.error({ code: errorCode(error) }, 'sign-in limit doubts TRUST_PROXY');
  return (answer) =>
    rateLimit({
      windowMs: WINDOW_MS,
      limit: perMinute,
      identifier: 'sign-in',
      ipv6Subnet: IPV6_SUBNET_BITS,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: (_request, response) => answer(response, tooMany()),
      logger: { error: reportDoubt, warn: reportDoubt },
    });
};
