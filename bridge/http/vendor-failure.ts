/**
 * What an answer of a vendor, or none, means in the contract's vocabulary. The one question behind it: may the CRM
 * have been changed?
 */
import { AppointmentError, type FailureCode } from '../../src/contract/failure';
import { readRateHeaders } from './rate-headers';
import { readRetryAfterMs } from './retry-after';
import type { VendorReply } from './vendor-reply';

/** What a vendor's own error body adds to the status: a better code, words for the user, the vendor's error code. */
export interface Explanation {
  readonly code?: FailureCode | undefined;
  /** The vendor failed, and not the request, whatever the status: it is judged as a 500 is. */
  readonly hasVendorFailed?: boolean;
  /** For the person at the screen; complete sentences. */
  readonly message?: string | undefined;
  readonly upstreamCode?: string | undefined;
}

/** Reads a vendor's error body; undefined for a body that is none of its known shapes. */
export type ExplainReply = (reply: VendorReply) => Explanation | undefined;

export interface FailureCircumstances {
  /** As people call it: `NetSuite`. */
  readonly vendor: string;
  /** Would the request have changed the CRM? */
  readonly writes: boolean;
}

const codesByStatus: Readonly<Record<number, FailureCode>> = {
  400: 'invalid_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  412: 'conflict',
  422: 'invalid_request',
  429: 'rate_limited',
};

const sentences = {
  invalid_request: (vendor) => `${vendor} refused the request. Check what was entered and try again.`,
  unauthenticated: (vendor) => `${vendor} no longer accepts this sign-in. Connect to ${vendor} again.`,
  forbidden: (vendor) =>
    `${vendor} does not allow this for your user. Ask your administrator for the permission.`,
  not_found: (vendor) => `${vendor} has no such record, or your user may not see it. Refresh the list.`,
  conflict: (vendor) =>
    `The record was changed in ${vendor} in the meantime. Refresh the list and try again.`,
  unsupported: (vendor) => `${vendor} does not offer this.`,
  rate_limited: (vendor) => `${vendor} is receiving too many requests. Wait a moment and try again.`,
  upstream_unavailable: (vendor) => `${vendor} cannot be reached at the moment. Try again in a minute.`,
  upstream_invalid: (vendor) =>
    `${vendor} answered with something that cannot be read. If it persists, tell your administrator.`,
  ambiguous_write: (vendor) =>
    `${vendor} did not say whether the change was saved: it may or may not have been. Refresh the list before trying again.`,
  partial_write: (vendor) => `${vendor} saved only a part of the change. Refresh the list.`,
  internal: (vendor) => `Something went wrong while talking to ${vendor}.`,
} as const satisfies Record<FailureCode, (vendor: string) => string>;

/** The standing sentence for a failure of a vendor: what failed and what to do next. */
export const failureSentence = (code: FailureCode, vendor: string): string => sentences[code](vendor);

const codeOfStatus = (status: number, writes: boolean): FailureCode => {
  const known = codesByStatus[status];
  if (known) return known;
  if (status === 408 || status >= 500) return writes ? 'ambiguous_write' : 'upstream_unavailable';
  return 'upstream_invalid';
};

const judgedStatus = ({ status }: VendorReply, explanation: Explanation | undefined): number =>
  explanation?.hasVendorFailed ? 500 : status;

/** An answer with an error status → the failure it means. */
export const failureOfReply = (
  reply: VendorReply,
  options: FailureCircumstances & { readonly explain: ExplainReply; readonly nowMs: number },
): AppointmentError => {
  const { vendor, writes, nowMs } = options;
  const explanation = options.explain(reply);
  const code = explanation?.code ?? codeOfStatus(judgedStatus(reply, explanation), writes);
  const { remaining, resetsInMs } = readRateHeaders(reply, nowMs);
  const isUsedUp = code === 'rate_limited' && remaining === 0;
  const retryAfterMs =
    readRetryAfterMs(reply.headers['retry-after'], nowMs) ?? (isUsedUp ? resetsInMs : undefined);
  return new AppointmentError(code, explanation?.message ?? failureSentence(code, vendor), {
    details: {
      upstream: {
        status: reply.status,
        ...(explanation?.upstreamCode ? { code: explanation.upstreamCode } : {}),
      },
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    },
  });
};

/** No answer at all, or only a part of one → the failure it means. `errorCode` is that of the network error. */
export const failureOfTransport = (
  { errorCode, wasSent }: { readonly errorCode: string; readonly wasSent: boolean },
  { vendor, writes }: FailureCircumstances,
): AppointmentError => {
  const code = writes && wasSent ? 'ambiguous_write' : 'upstream_unavailable';
  return new AppointmentError(code, failureSentence(code, vendor), {
    details: { upstream: { code: errorCode } },
  });
};

/** A success whose body is not what was agreed → the failure it means. */
export const failureOfUnreadableReply = (
  { vendor, writes }: FailureCircumstances,
  upstreamCode: string,
): AppointmentError => {
  const code = writes ? 'ambiguous_write' : 'upstream_invalid';
  return new AppointmentError(code, failureSentence(code, vendor), {
    details: { upstream: { code: upstreamCode } },
  });
};
