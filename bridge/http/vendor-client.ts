/** The only file that talks HTTP to a vendor: time limits, size limits, no redirects, and every failure translated. */
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios, { isAxiosError, type AxiosInstance, type AxiosRequestConfig, type AxiosResponse } from 'axios';
import type { z } from 'zod';
import type { AppointmentError } from '../../src/contract/failure';
import {
  failureOfReply,
  failureOfTransport,
  failureOfUnreadableReply,
  type ExplainReply,
  type FailureCircumstances,
} from './vendor-failure';
import type { VendorReply } from './vendor-reply';

const DEFAULT_TIMEOUT_MS = 30_000;
const MAX_RESPONSE_BYTES = 10 * 1024 * 1024;
const MAX_REQUEST_BYTES = 1024 * 1024;

export interface VendorRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Scheme and host, with a path where the vendor's API has one; no query. */
  readonly baseUrl: string;
  /** Made by `pathOf`, so that no value leaves its segment. */
  readonly path: string;
  /** Undefined values are left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** Does it change the CRM? Every method but GET is taken to; say so where a POST only searches. */
  readonly writes?: boolean;
}

export interface VendorClientOptions {
  /** As people call it: `NetSuite`. Stands in the messages of failures. */
  readonly vendor: string;
  readonly explain: ExplainReply;
  /** For the whole exchange, from connecting to the last byte. Default 30 s, the App Connect client's own limit. */
  readonly timeoutMs?: number | undefined;
  readonly nowMs?: (() => number) | undefined;
}

export interface VendorClient {
  /**
   * One exchange.
   * @throws AppointmentError for every answer but a 2xx, and for none
   */
  send(request: VendorRequest): Promise<VendorReply>;
  /**
   * One exchange whose answer has an agreed body.
   * @throws AppointmentError as `send` does; upstream_invalid (a read) or ambiguous_write for another body
   */
  sendFor<Schema extends z.ZodType>(request: VendorRequest, schema: Schema): Promise<z.output<Schema>>;
  /** For a success that lacks what was agreed outside the body (a `Location`). */
  unreadable(request: VendorRequest, reply: VendorReply): AppointmentError;
}

const urlOf = ({ baseUrl, path, query = {} }: VendorRequest): string => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.append(name, String(value));
  }
  const search = parameters.toString();
  return `${baseUrl.replace(/\/+$/, '')}${path}${search ? `?${search}` : ''}`;
};

/** A proxy of the environment (HTTPS_PROXY) is for the vendor's host, not for one on this machine. */
const isLoopback = (url: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);

const readBody = (text: unknown): unknown => {
  if (typeof text !== 'string' || text === '') return '';
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const replyOf = (response: AxiosResponse<unknown>): VendorReply => {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) headers[name.toLowerCase()] = String(value);
  return { status: response.status, headers, data: readBody(response.data) };
};

const createAxios = (): AxiosInstance =>
  axios.create({
    httpAgent: new HttpAgent({ keepAlive: true }),
    httpsAgent: new HttpsAgent({ keepAlive: true }),
    maxRedirects: 0,
    maxContentLength: MAX_RESPONSE_BYTES,
    maxBodyLength: MAX_REQUEST_BYTES,
    responseType: 'text',
    transformRequest: (body: unknown) => body,
    transformResponse: (text: unknown) => text,
    validateStatus: () => true,
  });

/** axios names this limit in the text only; its code is shared with answers that broke off. */
const isTooLarge = (error: unknown): boolean =>
  isAxiosError(error) && error.message.startsWith('maxContentLength');

const networkErrorCode = (error: unknown): string =>
  (isAxiosError(error) ? error.code : undefined) ?? 'ERR_NETWORK';

const axiosRequestOf = (request: VendorRequest): AxiosRequestConfig => {
  const url = urlOf(request);
  const { method, body, headers } = request;
  return {
    method,
    url,
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { data: JSON.stringify(body) }),
    ...(isLoopback(url) ? { proxy: false } : {}),
  };
};

const circumstancesOf = (vendor: string, request: VendorRequest): FailureCircumstances => ({
  vendor,
  writes: request.writes ?? request.method !== 'GET',
});

/** One exchange, from connecting to the last byte, within a time limit; an answer of any status. */
const exchange = async (
  http: AxiosInstance,
  request: VendorRequest,
  { timeoutMs, circumstances }: { timeoutMs: number; circumstances: FailureCircumstances },
): Promise<VendorReply> => {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeoutMs);
  const signal = request.signal ? AbortSignal.any([request.signal, deadline.signal]) : deadline.signal;
  const config = { ...axiosRequestOf(request), signal };
  try {
    return replyOf(await http.request<unknown>(config));
  } catch (error) {
    // An AxiosError holds the Authorization header: it goes no further, not even as a cause.
    if (isTooLarge(error)) throw failureOfUnreadableReply(circumstances, 'RESPONSE_TOO_LARGE');
    const errorCode = deadline.signal.aborted ? 'ETIMEDOUT' : networkErrorCode(error);
    throw failureOfTransport(errorCode, circumstances);
  } finally {
    clearTimeout(timer);
  }
};

/** One client per vendor: connections are kept and shared. */
export const createVendorClient = (options: VendorClientOptions): VendorClient => {
  const { vendor, explain, timeoutMs = DEFAULT_TIMEOUT_MS, nowMs = Date.now } = options;
  const http = createAxios();

  /** The one place for a policy of repeating: nothing is repeated yet, and a write never may be from here. */
  const send = async (request: VendorRequest): Promise<VendorReply> => {
    const circumstances = circumstancesOf(vendor, request);
    const reply = await exchange(http, request, { timeoutMs, circumstances });
    if (reply.status >= 200 && reply.status < 300) return reply;
    throw failureOfReply(reply, { ...circumstances, explain, nowMs: nowMs() });
  };

  const unreadable = (request: VendorRequest, reply: VendorReply): AppointmentError =>
    failureOfUnreadableReply(circumstancesOf(vendor, request), `HTTP_${reply.status}`);

  return {
    send,
    sendFor: async (request, schema) => {
      const reply = await send(request);
      const read = schema.safeParse(reply.data);
      if (!read.success) throw unreadable(request, reply);
      return read.data;
    },
    unreadable,
  };
};
