/** A request to a vendor, before it is put on the wire. */
import type { Deadline } from './deadline';
import type { VendorReply } from './vendor-reply';

export type RequestParameters = Readonly<Record<string, string | number | boolean | undefined>>;

export interface VendorRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Scheme and host, with a path where the vendor's API has one; no query. */
  readonly baseUrl: string;
  /** Made by `pathOf`, so that no value leaves its segment. */
  readonly path: string;
  /** Whose limit it counts against, where that is not the limit of one host or credential. */
  readonly account?: string | undefined;
  /** Name of the script behind the path, where many share one: for reports only. */
  readonly script?: string | undefined;
  /** Undefined values are left out. */
  readonly query?: RequestParameters;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as `application/x-www-form-urlencoded`, in place of a body. Undefined values are left out. */
  readonly form?: RequestParameters;
  /** Statuses that are an answer, not a failure, although they are no 2xx: a redirect that the caller looks at. */
  readonly answers?: readonly number[];
  readonly signal?: AbortSignal | undefined;
  /** Until when the caller waits, whatever has to be waited for on the way. */
  readonly deadline?: Deadline | undefined;
  /** Does it change the CRM? Every method but GET is taken to; say so where a POST only searches. */
  readonly writes?: boolean;
  /** Is the answer to have JSON? Set for every read whose answer is read. */
  readonly wantsJson?: boolean;
  /** Is a write done twice the same as done once? Then it may be sent again where nobody knows whether it was done. */
  readonly idempotent?: boolean;
  /** Told of every try that was made, with its answer where there was one. */
  readonly onTry?: ((reply: VendorReply | undefined) => void) | undefined;
}

export const isWrite = ({ writes, method }: Pick<VendorRequest, 'writes' | 'method'>): boolean =>
  writes ?? method !== 'GET';
