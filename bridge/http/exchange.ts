/** The only file that talks HTTP to a vendor: one exchange, within its limits of time and size, no redirects. */
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios, { isAxiosError, type AxiosInstance, type AxiosRequestConfig, type AxiosResponse } from 'axios';
import { createConnectingTransport, type ConnectingTransport } from './connecting-transport';
import type { VendorReply } from './vendor-reply';
import type { RequestParameters, VendorRequest } from './vendor-request';

const MAX_RESPONSE_BYTES = 10 * 1024 * 1024;
const MAX_REQUEST_BYTES = 1024 * 1024;

/** An answer, of any status. */
export interface Answered {
  readonly reply: VendorReply;
}

/** An answer, or why there is none. */
export type Exchanged =
  | Answered
  | {
      readonly reply?: undefined;
      /** Of the network, or one of ours: `RESPONSE_TOO_LARGE`, `DEADLINE_PASSED` for a limit below the usual one. */
      readonly errorCode: string;
      /** May the vendor have seen something of the request? */
      readonly wasSent: boolean;
    };

export interface ExchangeOptions {
  /** For the connection, with its TLS handshake. */
  readonly connectTimeoutMs: number;
  /** From connecting to the last byte. */
  readonly timeoutMs: number;
}

/** Rejects for no answer and for no network error. */
export type Exchange = (request: VendorRequest) => Promise<Exchanged>;

const encodeParameters = (parameters: RequestParameters): string => {
  const encoded = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) encoded.append(name, String(value));
  }
  return encoded.toString();
};

const urlOf = ({ baseUrl, path, query = {} }: VendorRequest): string => {
  const search = encodeParameters(query);
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

/** The sizes are those of what arrives once it is unpacked. */
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

const networkErrorCode = (error: unknown): string => {
  if (isTooLarge(error)) return 'RESPONSE_TOO_LARGE';
  return (isAxiosError(error) ? error.code : undefined) ?? 'ERR_NETWORK';
};

const contentOf = ({ form, body }: VendorRequest): { type: string; data: string } | undefined => {
  if (form) return { type: 'application/x-www-form-urlencoded', data: encodeParameters(form) };
  return body === undefined ? undefined : { type: 'application/json', data: JSON.stringify(body) };
};

const axiosRequestOf = (request: VendorRequest, transport: ConnectingTransport): AxiosRequestConfig => {
  const url = urlOf(request);
  const content = contentOf(request);
  return {
    method: request.method,
    url,
    transport,
    headers: {
      Accept: 'application/json',
      ...(content ? { 'Content-Type': content.type } : {}),
      ...request.headers,
    },
    ...(content ? { data: content.data } : {}),
    ...(isLoopback(url) ? { proxy: false } : {}),
    ...(request.signal ? { signal: request.signal } : {}),
  };
};

/** Connections are kept and shared. */
export const createExchange = ({ connectTimeoutMs, timeoutMs }: ExchangeOptions): Exchange => {
  const http = createAxios();
  return async (request) => {
    const remainingMs = request.deadline?.remainingMs() ?? Infinity;
    const transport = createConnectingTransport({ timeoutMs: connectTimeoutMs });
    let hasExpired = false;
    // Not by a signal: to make one and to tie it to the caller's costs more than all else that is done here.
    const expire = (): void => {
      hasExpired = true;
      transport.breakOff();
    };
    const timer = setTimeout(expire, Math.min(timeoutMs, remainingMs));
    try {
      return { reply: replyOf(await http.request<unknown>(axiosRequestOf(request, transport))) };
    } catch (error) {
      // An AxiosError holds the Authorization header: nothing of it but its code goes further.
      const expiryCode = remainingMs < timeoutMs ? 'DEADLINE_PASSED' : 'ETIMEDOUT';
      const errorCode = hasExpired ? expiryCode : networkErrorCode(error);
      return { errorCode, wasSent: transport.isConnected() };
    } finally {
      clearTimeout(timer);
    }
  };
};
