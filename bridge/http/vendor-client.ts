/** The client that each adapter calls its vendor with: every answer checked, every failure translated. */
import type { z } from 'zod';
import type { AppointmentError } from '../../src/contract/failure';
import type { CallPolicy } from './call-policy';
import { createExchange, type Answered } from './exchange';
import { createGuardedCalls, type Attempt, type TryOnce, type VendorLimit } from './guarded-calls';
import { endpointOf } from './request-endpoint';
import { failureOfDeadline } from './unsent-failure';
import { reportCall, type OnVendorCall } from './vendor-call';
import {
  failureOfReply,
  failureOfTransport,
  failureOfUnreadableReply,
  type ExplainReply,
  type FailureCircumstances,
} from './vendor-failure';
import { isSuccess, lacksJson, type VendorReply } from './vendor-reply';
import { isWrite, type VendorRequest } from './vendor-request';

export type { VendorRequest } from './vendor-request';

const DEFAULT_CONNECT_TIMEOUT_MS = 5000;
/** Less than an operation has, so that something can still be said or tried. */
const DEFAULT_TIMEOUT_MS = 20_000;
/** A write that begins with less time than this would probably be cut off, and nobody would know what became of it. */
const LEAST_MS_FOR_A_WRITE = 1000;

export interface VendorClientOptions {
  /** As people call it: `NetSuite`. Stands in the messages of failures. */
  readonly vendor: string;
  readonly explain: ExplainReply;
  /** For one exchange, from connecting to the last byte. Default 20 s. */
  readonly timeoutMs?: number | undefined;
  /** For the connection, with its TLS handshake. Default 5 s. */
  readonly connectTimeoutMs?: number | undefined;
  /** Epoch milliseconds. */
  readonly nowMs?: (() => number) | undefined;
  /** Told of every exchange, however it ends; waiting in turn and trying again are part of it. */
  readonly onCall?: OnVendorCall | undefined;
  /** Reads what an answer says it cost, for `onCall`. */
  readonly unitsOf?: ((reply: VendorReply) => number | undefined) | undefined;
  /** Default: a request is sent once, at once. */
  readonly callPolicy?: CallPolicy | undefined;
  /** What the policy keeps to, until the vendor's headers say otherwise. */
  readonly limit?: VendorLimit | undefined;
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

const circumstancesOf = (vendor: string, request: VendorRequest): FailureCircumstances => ({
  vendor,
  writes: isWrite(request),
});

const isAnswer = (reply: VendorReply, { answers = [] }: VendorRequest): boolean =>
  isSuccess(reply) || answers.includes(reply.status);

const attemptOfReply = (
  exchanged: Answered,
  request: VendorRequest,
  { vendor, explain, nowMs = Date.now }: VendorClientOptions,
): Attempt => {
  const { reply } = exchanged;
  const circumstances = circumstancesOf(vendor, request);
  if (!isAnswer(reply, request)) {
    return { exchanged, failure: failureOfReply(reply, { ...circumstances, explain, nowMs: nowMs() }) };
  }
  if (request.wantsJson && lacksJson(reply)) {
    return { exchanged, failure: failureOfUnreadableReply(circumstances, `HTTP_${reply.status}`) };
  }
  return { exchanged };
};

/** By schema: asked with every call, and an answer that no schema accepts is dear to make. */
const acceptingNoBody = new WeakMap<z.ZodType, boolean>();

const acceptsNoBody = (schema: z.ZodType): boolean => {
  const accepts = acceptingNoBody.get(schema) ?? schema.safeParse('').success;
  acceptingNoBody.set(schema, accepts);
  return accepts;
};

const createTryOnce = (options: VendorClientOptions): TryOnce => {
  const { vendor } = options;
  const { timeoutMs = DEFAULT_TIMEOUT_MS, connectTimeoutMs = DEFAULT_CONNECT_TIMEOUT_MS } = options;
  const exchange = createExchange({ timeoutMs, connectTimeoutMs });

  return async (request): Promise<Attempt> => {
    const leastMs = isWrite(request) ? LEAST_MS_FOR_A_WRITE : 0;
    if ((request.deadline?.remainingMs() ?? Infinity) <= leastMs) {
      return { failure: failureOfDeadline(vendor) };
    }
    const exchanged = await exchange(request);
    request.onTry?.(exchanged.reply);
    if (exchanged.reply) return attemptOfReply(exchanged, request, options);
    const circumstances = circumstancesOf(vendor, request);
    const failure =
      exchanged.errorCode === 'RESPONSE_TOO_LARGE'
        ? failureOfUnreadableReply(circumstances, exchanged.errorCode)
        : failureOfTransport(exchanged, circumstances);
    return { exchanged, failure };
  };
};

/** One client per vendor: connections are kept and shared. */
export const createVendorClient = (options: VendorClientOptions): VendorClient => {
  const { vendor, nowMs = Date.now, onCall, unitsOf, callPolicy, limit = {} } = options;
  const tryOnce = createTryOnce(options);
  const call = callPolicy
    ? createGuardedCalls({ vendor, policy: callPolicy, limit, nowMs, tryOnce })
    : tryOnce;

  const send = async (request: VendorRequest): Promise<VendorReply> => {
    const attempt = await call(request);
    if (attempt.failure) throw attempt.failure;
    return attempt.exchanged.reply;
  };

  const counted = async <Result>(
    request: VendorRequest,
    act: (request: VendorRequest) => Promise<Result>,
  ): Promise<Result> => {
    if (!onCall) return act(request);
    const call = { vendor, method: request.method, endpoint: endpointOf(request), onCall };
    return reportCall(call, (noteTry) =>
      act({
        ...request,
        onTry: (reply) => noteTry(reply ? { status: reply.status, units: unitsOf?.(reply) } : {}),
      }),
    );
  };

  const unreadable = (request: VendorRequest, reply: VendorReply): AppointmentError =>
    failureOfUnreadableReply(circumstancesOf(vendor, request), `HTTP_${reply.status}`);

  return {
    send: async (request) => counted(request, send),
    sendFor: async (given, schema) =>
      counted(given, async (request) => {
        const wantsJson = !isWrite(request) && !acceptsNoBody(schema);
        const reply = await send({ ...request, wantsJson });
        const read = schema.safeParse(reply.data);
        if (!read.success) throw unreadable(request, reply);
        return read.data;
      }),
    unreadable,
  };
};
