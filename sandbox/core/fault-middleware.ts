/** Shows the planned faults to the requests they fit, before or after the emulator has handled them. */
import type { NextFunction, Request, RequestHandler, Response } from 'express';

import { bearerToken } from './bearer-token';
import type { FaultPlan } from './fault-plan';
import type { FaultKind, FaultRule } from './fault-rule';
import { interceptResponse } from './intercept-response';

/** How a vendor words an error. */
export interface VendorFault {
  readonly status: number;
  /** Sent as JSON. */
  readonly body: unknown;
  readonly contentType?: string;
}

export interface VendorFaults {
  /** The body the vendor sends with this status. */
  error(request: Request, status: number): VendorFault;
  /** The vendor's way to say that too many requests run. */
  limitExceeded(request: Request): VendorFault;
  /** The token that `expireToken` expires; that of the Authorization header when left out. */
  readonly tokenOf?: (request: Request) => string | undefined;
}

interface Affected {
  readonly rule: FaultRule;
  readonly request: Request;
  readonly response: Response;
  readonly next: NextFunction;
  readonly plan: FaultPlan;
  readonly vendor: VendorFaults;
}

const gatewayPage =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n';

function answer({ rule, response }: Affected, fault: VendorFault): void {
  if (rule.retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(rule.retryAfterSeconds));
  response
    .status(fault.status)
    .type(fault.contentType ?? 'application/json')
    .send(JSON.stringify(fault.body));
}

const answerWith =
  (status: number) =>
  (affected: Affected): void =>
    answer(affected, affected.vendor.error(affected.request, status));

const tokenOfHeader = (request: Request): string | undefined => bearerToken(request.headers.authorization);

const effects: Readonly<Record<FaultKind, (affected: Affected) => void>> = {
  '429': answerWith(429),
  '500': answerWith(500),
  '503': answerWith(503),
  '502': ({ response }) => void response.status(502).type('html').send(gatewayPage),
  limitExceeded: (affected) => answer(affected, affected.vendor.limitExceeded(affected.request)),
  drop: ({ request }) => void request.socket.resetAndDestroy(),
  slow: ({ rule, response, next }) => {
    const timer = setTimeout(next, rule.delayMs ?? 1000);
    response.on('close', () => clearTimeout(timer));
  },
  timeoutAfterCommit: ({ rule, request, response, next }) => {
    interceptResponse(response, () => {
      if (rule.hang !== true) request.socket.resetAndDestroy();
    });
    next();
  },
  truncatedJson: ({ response, next }) => {
    interceptResponse(response, (body, send) => send(body.subarray(0, Math.floor(body.length / 2))));
    next();
  },
  emptyBody: ({ response, next }) => {
    interceptResponse(response, (_body, send) => send(Buffer.alloc(0)));
    next();
  },
  okWithErrorBody: (affected) =>
    answer(affected, { ...affected.vendor.error(affected.request, 500), status: 200 }),
  expireToken: ({ request, plan, next, vendor }) => {
    const { tokenOf = tokenOfHeader } = vendor;
    const token = tokenOf(request);
    if (token !== undefined) plan.expireToken(token);
    next();
  },
};

/** Place it before authentication, body parsing and routes, and after the journal. */
export function faultMiddleware(options: {
  readonly plan: FaultPlan;
  readonly vendor: VendorFaults;
  /** Told of every fault shown, e.g. to note it in the journal. */
  readonly onFault: (response: Response, kind: FaultKind) => void;
}): RequestHandler {
  const { plan, vendor, onFault } = options;
  return (request, response, next) => {
    const rule = plan.take(request.method, request.originalUrl);
    if (rule === undefined) return next();
    onFault(response, rule.fault);
    effects[rule.fault]({ rule, request, response, next, plan, vendor });
  };
}
