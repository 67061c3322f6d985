/** The only file that talks HTTP to a vendor: one exchange, within its limits of time and size, no redirects. */
import { bridgeVersion } from '../bridge-version';
import { errorCode } from '../error-code';
import { ACCEPTED_CODINGS, unpackedBody } from './packed-body';
import { createReception, type ReceivedAnswer } from './reception';
import { createVendorDispatchers } from './vendor-dispatchers';
import type { VendorReply } from './vendor-reply';
import type { RequestParameters, VendorRequest } from './vendor-request';

/** Of an answer, packed or not. */
const MAX_RESPONSE_BYTES = 10 * 1024 * 1024;
const USER_AGENT = `app-connect-appointments/${bridgeVersion}`;

/** Codes of undici and zlib that have a name here; those of Node (ECONNREFUSED, CERT_HAS_EXPIRED) are kept as they are. */
const codeNames: Readonly<Record<string, string>> = {
  UND_ERR_CONNECT_TIMEOUT: 'ERR_CONNECT_TIMEOUT',
  UND_ERR_SOCKET: 'ECONNRESET',
  ERR_BUFFER_TOO_LARGE: 'RESPONSE_TOO_LARGE',
};

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

const addressOf = ({ baseUrl, path, query = {} }: VendorRequest): { origin: string; path: string } => {
  const { origin, pathname } = new URL(baseUrl);
  const search = encodeParameters(query);
  return { origin, path: `${pathname.replace(/\/+$/, '')}${path}${search ? `?${search}` : ''}` || '/' };
};

const contentOf = ({ form, body }: VendorRequest): { type: string; text: string } | undefined => {
  if (form) return { type: 'application/x-www-form-urlencoded', text: encodeParameters(form) };
  return body === undefined ? undefined : { type: 'application/json', text: JSON.stringify(body) };
};

const dispatchOptionsOf = (request: VendorRequest) => {
  const content = contentOf(request);
  return {
    ...addressOf(request),
    method: request.method,
    headers: {
      Accept: 'application/json',
      'Accept-Encoding': ACCEPTED_CODINGS,
      'User-Agent': USER_AGENT,
      ...(content ? { 'Content-Type': content.type } : {}),
      ...request.headers,
    },
    ...(content ? { body: content.text } : {}),
  };
};

const readJson = (text: string): unknown => {
  if (text === '') return '';
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const replyOf = async ({ status, headers, body }: ReceivedAnswer): Promise<VendorReply> => {
  const coding = headers['content-encoding'];
  const unpacked =
    coding === undefined ? body : await unpackedBody(body, { coding, maxBytes: MAX_RESPONSE_BYTES });
  return { status, headers, data: readJson(unpacked.toString()) };
};

/** Only its code goes further: an error may hold the request, with its credential. */
const errorCodeOf = (error: unknown): string => {
  const code = errorCode(error) ?? 'ERR_NETWORK';
  return codeNames[code] ?? code;
};

/** Connections are kept and shared. */
export const createExchange = ({ connectTimeoutMs, timeoutMs }: ExchangeOptions): Exchange => {
  const dispatcherOf = createVendorDispatchers({ connectTimeoutMs });
  return async (request) => {
    const { signal, deadline } = request;
    if (signal?.aborted) return { errorCode: 'ERR_CANCELED', wasSent: false };
    const reception = createReception({ maxBytes: MAX_RESPONSE_BYTES });
    const remainingMs = deadline?.remainingMs() ?? Infinity;
    const expiryCode = remainingMs < timeoutMs ? 'DEADLINE_PASSED' : 'ETIMEDOUT';
    const timer = setTimeout(() => reception.breakOff(expiryCode), Math.min(timeoutMs, remainingMs));
    const onCallerGone = (): void => reception.breakOff('ERR_CANCELED');
    signal?.addEventListener('abort', onCallerGone);
    try {
      const options = dispatchOptionsOf(request);
      dispatcherOf(options.origin).dispatch(options, reception.handler);
      return { reply: await replyOf(await reception.answer) };
    } catch (error) {
      return { errorCode: errorCodeOf(error), wasSent: reception.wasSent() };
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onCallerGone);
    }
  };
};
