/** `restlet.nl`: signs in, finds the deployment, runs the script and answers as NetSuite does. */
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';

import { isJsonObject } from '../core/json-value';
import type { RequestJournal } from '../core/request-journal';
import type { RouteLedger } from '../core/route-ledger';
import { deploymentFor } from './deployment-access';
import { RestletError, restletErrorBody } from './restlet-error';
import { payloadTypeOf, restletAnswer, restletInput } from './restlet-payload';
import type { RestletOutcome, RestletRequest, RestletRunner } from './runtime/restlet-runner';
import { signedInUser, type SignInContext } from './signed-in-user';
import type { RestletDeployment } from './suiteapp-objects';
import type { NetSuiteSwitches } from './switches';

export interface RestletEndpointOptions extends SignInContext {
  readonly switches: () => NetSuiteSwitches;
  readonly journal: RequestJournal;
  readonly ledger: RouteLedger;
  readonly deployments: () => readonly RestletDeployment[];
  readonly runner: RestletRunner;
}

const restletPath = '/app/site/hosting/restlet.nl';
const restletMethods = ['get', 'post', 'put', 'delete'] as const;
type RestletMethod = (typeof restletMethods)[number];

const methodNotAllowed = (): RestletError =>
  new RestletError(405, 'METHOD_NOT_ALLOWED', 'The RESTlet has no function for this HTTP method.');

/** Every parameter is a string; of a name that is there twice, the last counts. */
function queryParameters(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.originalUrl, 'http://restlet').searchParams);
}

function bodyOf(request: Request): Buffer | undefined {
  return Buffer.isBuffer(request.body) && request.body.length > 0 ? request.body : undefined;
}

function inputOf(method: RestletMethod, request: Request, keepsScript: boolean): unknown {
  const body = bodyOf(request);
  if (method === 'post' || method === 'put') return restletInput(body, request.headers['content-type']);
  if (method === 'get' && body !== undefined) {
    throw new RestletError(400, 'INVALID_REQUEST', 'A GET request must not have a body.');
  }
  const { script, deploy, ...parameters } = queryParameters(request);
  return keepsScript ? { script, deploy, ...parameters } : parameters;
}

function valueOf(outcome: RestletOutcome): unknown {
  if (outcome.kind === 'returned') return outcome.value;
  if (outcome.kind === 'no-entry-point') throw methodNotAllowed();
  throw new RestletError(400, outcome.error.code || 'UNEXPECTED_ERROR', outcome.error.message);
}

/** Belongs behind the endpoint, so that it also answers what went wrong before it, such as a body that is too large. */
export const answerRestletErrors: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (request.path.toLowerCase() !== restletPath) return next(error);
  if (error instanceof RestletError) return void response.status(error.status).json(restletErrorBody(error));
  const isTooLarge = isJsonObject(error) && error['type'] === 'entity.too.large';
  const [status, code, message] = isTooLarge
    ? ([400, 'SSS_FILE_CONTENT_SIZE_EXCEEDED', 'The request is larger than 10 MB.'] as const)
    : ([500, 'UNEXPECTED_ERROR', error instanceof Error ? error.message : String(error)] as const);
  response.status(status).json(restletErrorBody({ code, message }));
};

/** Expects the raw body as a Buffer in `request.body`. */
export function createRestletEndpoint(options: RestletEndpointOptions): Router {
  const { journal, ledger, runner } = options;

  function requestFor(method: RestletMethod, request: Request): RestletRequest {
    const user = signedInUser(request, options, 'restlets');
    if (user === undefined) throw new RestletError(401, 'INVALID_LOGIN_ATTEMPT', 'Invalid login attempt.');
    const { script = '', deploy = '' } = queryParameters(request);
    const deployment = deploymentFor(options.deployments(), { script, deploy, user });
    return {
      method,
      file: deployment.file,
      input: inputOf(method, request, options.switches().restletReceivesScriptParameters),
      user,
      scriptId: deployment.scriptId,
      deploymentId: deployment.deploymentId,
    };
  }

  function handle(method: RestletMethod, request: Request, response: Response): void {
    const restletRequest = requestFor(method, request);
    const outcome = runner.run(restletRequest);
    const { units, searches } = outcome.usage;
    journal.note(response, { script: restletRequest.scriptId, units, searches });
    const type = payloadTypeOf(request.headers['content-type']);
    const answer = restletAnswer(valueOf(outcome), type, options.switches().objectAsPlainText);
    response.type(answer.contentType).send(answer.body);
  }

  const router = express.Router();
  for (const method of restletMethods) {
    ledger.register(
      router,
      {
        method,
        path: restletPath,
        status: 'implemented',
        provenance: 'documented',
        source: 'section_4407965171, section_4619215993, section_4634920277',
      },
      (request, response) => handle(method, request, response),
    );
  }
  router.all(restletPath, () => {
    throw methodNotAllowed();
  });
  return router;
}
