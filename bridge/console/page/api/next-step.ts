/** What somebody can do about a failure: the one button that is offered beside its message. */
import type { Failure } from './answer';

export type NextStep =
  | { readonly kind: 'connect' }
  | { readonly kind: 'retry'; readonly label: string; readonly waitMs: number }
  | { readonly kind: 'reload' }
  | { readonly kind: 'none' };

const RETRY_LABELS: Readonly<Record<string, string>> = {
  ambiguous_write: 'Check, and save if it is not there',
  partial_write: 'Try the rest again',
};

export const nextStepOf = ({ code, retryable, retryAfterMs }: Failure): NextStep => {
  if (code === 'unauthenticated') return { kind: 'connect' };
  if (code === 'not_found') return { kind: 'reload' };
  const isWorthRepeating =
    retryable || code === 'ambiguous_write' || code === 'upstream_invalid' || code === 'internal';
  if (!isWorthRepeating) return { kind: 'none' };
  return { kind: 'retry', label: RETRY_LABELS[code] ?? 'Try again', waitMs: retryAfterMs ?? 0 };
};
