/** One user of a CRM who calls the bridge, by the client's routes or as another server does. */
import { operations, type OperationName } from '../../src/contract/operations';
import type { ChaosCrm, CrmUser } from './chaos-crm';
import { readAnswer, type OperationAnswer, type RawAnswer, type Route } from './operation-answer';
import { signIn } from './sign-in';

const MAX_SIGN_INS = 30;

export interface OperationRequest {
  readonly operation: OperationName;
  readonly appointmentId?: string | undefined;
  readonly query?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  readonly key?: string | undefined;
  /** After so many milliseconds the caller is gone. */
  readonly patienceMs?: number | undefined;
}

export interface Caller {
  readonly route: Route;
  /** Signs in; again, if need be. */
  enter(): Promise<void>;
  call(request: OperationRequest): Promise<OperationAnswer>;
}

export interface CallerOptions {
  readonly route: Route;
  readonly crm: ChaosCrm;
  readonly user: CrmUser;
  /** Of the bridge, or of what stands before it. */
  readonly baseUrl: string;
  /** Of the bridge itself. */
  readonly signInUrl: string;
  whenUp(): Promise<void>;
}

const pathOf = (
  route: Route,
  crm: ChaosCrm,
  { operation, appointmentId = '', query }: OperationRequest,
): string => {
  const { clientPath, serverPath } = operations[operation];
  const path = route === 'client' ? clientPath : `/connectors/${crm.platform}${serverPath}`;
  const search = new URLSearchParams(query).toString();
  return `${path.replace(':appointmentId', encodeURIComponent(appointmentId))}${search ? `?${search}` : ''}`;
};

const send = async (
  baseUrl: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  { operation, body, key, patienceMs }: OperationRequest,
): Promise<RawAnswer | undefined> => {
  const { method, writes } = operations[operation];
  try {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        ...headers,
        ...(writes ? { 'content-type': 'application/json' } : {}),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(writes ? { body: JSON.stringify(body ?? {}) } : {}),
      ...(patienceMs === undefined ? {} : { signal: AbortSignal.timeout(patienceMs) }),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    // Cut, by us or by a bridge that was killed: there is no answer.
    return undefined;
  }
};

/** Signs in until it works: the CRM's faults meet a sign-in, too. */
const signInPatiently = async ({ signInUrl, crm, user, whenUp }: CallerOptions): Promise<string> => {
  for (let tries = 1; ; tries++) {
    await whenUp();
    try {
      return await signIn(signInUrl, crm, user);
    } catch (error) {
      if (tries >= MAX_SIGN_INS) throw error;
    }
  }
};

export const createCaller = (options: CallerOptions): Caller => {
  const { route, crm, user, baseUrl, whenUp } = options;
  let token = '';
  let entering: Promise<void> | undefined;

  const enterOnce = async (): Promise<void> => {
    if (route === 'server') crm.renew(user);
    else token = await signInPatiently(options);
  };
  /** Who is on the way in already is not to start again. */
  const enter = async (): Promise<void> => {
    entering ??= enterOnce().finally(() => {
      entering = undefined;
    });
    await entering;
  };
  const isSignedOut = (answer: OperationAnswer): boolean =>
    answer.kind === 'signed-out' ||
    (answer.kind === 'failure' && answer.failure.errorCode === 'unauthenticated');

  return {
    route,
    enter,
    call: async (request) => {
      await entering;
      await whenUp();
      const headers =
        route === 'client'
          ? { authorization: `Bearer ${token}` }
          : { ...user.headers, authorization: user.credential };
      const raw = await send(baseUrl, pathOf(route, crm, request), headers, request);
      const answer = raw ? readAnswer(raw, request.operation, route) : ({ kind: 'none' } as const);
      if (isSignedOut(answer)) await enter();
      return answer;
    },
  };
};
