/** Whether a request may be sent again, and when. Pure. */
import type { AppointmentError } from '../../src/contract/failure';
import type { Exchanged } from './exchange';
import { isSuccess } from './vendor-reply';
import { isWrite, type VendorRequest } from './vendor-request';

const FIRST_BACKOFF_MS = 500;
const MAX_BACKOFF_MS = 5000;

/**
 * Network errors that may be gone the next time. Not a name without a host, a certificate that is not accepted, an
 * answer that is too large, a caller who is gone. `Z_BUF_ERROR` is zlib's for a packed answer that ends too soon.
 */
const PASSING =
  /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_CONNECT_TIMEOUT|Z_BUF_ERROR)$/;

export interface FailedTry {
  readonly failure: AppointmentError;
  /** Undefined where the request was given up before anything was sent. */
  readonly exchanged?: Exchanged | undefined;
}

/** Cut off on its way, or empty: JSON that says something else would say it again. */
const isBrokenAnswer = ({ failure, exchanged }: FailedTry): boolean =>
  failure.code === 'upstream_invalid' && exchanged?.reply !== undefined && isSuccess(exchanged.reply);

/**
 * A request that was not sent, or that the vendor refused for its limits, did nothing. Any other may have been done, and
 * is sent again only where twice is the same as once.
 */
export const isSafeToRepeat = ({ failure, exchanged }: FailedTry, request: VendorRequest): boolean => {
  if (!exchanged) return false;
  if (exchanged.reply && failure.code === 'rate_limited') return true;
  if (!exchanged.reply && !PASSING.test(exchanged.errorCode)) return false;
  if (!exchanged.reply && !exchanged.wasSent) return true;
  const isPassing =
    failure.code === 'upstream_unavailable' ||
    failure.code === 'ambiguous_write' ||
    isBrokenAnswer({ failure, exchanged });
  return isPassing && (!isWrite(request) || request.idempotent === true);
};

/**
 * Until the next try, in milliseconds: never before the vendor asks for it, and by chance, so that those who failed
 * together do not come back together ("full jitter", aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter).
 * Undefined when there is none, or not in time.
 */
export const waitBeforeRetryMs = (options: {
  /** Tries so far. */
  readonly tries: number;
  readonly maxTries: number;
  readonly retryAfterMs: number | undefined;
  readonly remainingMs: number;
  readonly random: () => number;
}): number | undefined => {
  const { tries, maxTries, retryAfterMs = 0, remainingMs, random } = options;
  if (tries >= maxTries) return undefined;
  const backoffMs = random() * Math.min(FIRST_BACKOFF_MS * 2 ** (tries - 1), MAX_BACKOFF_MS);
  const waitMs = retryAfterMs + backoffMs;
  return waitMs < remainingMs ? waitMs : undefined;
};
