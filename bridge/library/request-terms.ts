/**
 * On what terms a caller of core's routes wants a change, kept beside the request while core handles it: core's calls
 * of a connector have no place for headers.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingHttpHeaders } from 'node:http';

export interface RequestTerms {
  readonly idempotencyKey?: string | undefined;
  /** The version that alone may be changed. */
  readonly ifVersion?: string | undefined;
}

const current = new AsyncLocalStorage<RequestTerms>();

/** A header that was sent more than once is one text here, with commas: such a key is another key, such a version none. */
const textOf = (header: string | readonly string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : header?.join(', ');

export const termsOfHeaders = (headers: IncomingHttpHeaders): RequestTerms => ({
  idempotencyKey: textOf(headers['idempotency-key']),
  ifVersion: textOf(headers['if-match']),
});

/** Everything that `act` sets off knows the terms, and nothing else does. */
export const withRequestTerms = (terms: RequestTerms, act: () => void): void => {
  current.run(terms, act);
};

/** Those that the call itself names go before those of the request. */
export const termsOf = ({ idempotencyKey, ifVersion }: RequestTerms): RequestTerms => {
  const ofRequest = current.getStore();
  return {
    idempotencyKey: idempotencyKey ?? ofRequest?.idempotencyKey,
    ifVersion: ifVersion ?? ofRequest?.ifVersion,
  };
};
