/** What comes back: for the App Connect client nearly always a 200, for another server a status that says what failed. */
import { failureKinds, type FailureCode } from '../../src/contract/failure';
import { examplesOf, referenceTo, type ComponentName } from './component-schemas';
import type { JsonSchema, OpenApiMedia, OpenApiResponse } from './openapi-types';

const meanings = {
  invalid_request: 'the request is wrong; `details` says where',
  unauthenticated: 'the credential or the API key is not accepted',
  forbidden: 'the user’s role in the CRM does not allow it',
  not_found: 'no such appointment, or not visible to the user',
  conflict: 'it was changed in the CRM in the meantime',
  unsupported: 'this CRM cannot do it',
  rate_limited: 'the CRM gets too many requests; `retryAfterMs` says how long to wait',
  upstream_unavailable: 'the CRM cannot be reached',
  upstream_invalid: 'the CRM answered what cannot be read',
  ambiguous_write: 'nobody knows whether it was saved: look before trying again',
  partial_write: 'a part was saved; `appointment` shows it as it now is',
  internal: 'a defect of the bridge',
} as const satisfies Record<FailureCode, string>;

const example = (name: ComponentName, summary: string): NonNullable<OpenApiMedia['examples']> => ({
  [name]: { summary, value: examplesOf(name)[0] },
});

const retryAfter = {
  'Retry-After': { description: 'Seconds to wait, where the CRM says.', schema: { type: 'integer' } },
} as const;

const renewedToken = {
  'x-refreshed-jwt-token': {
    description: 'A new token to use from now on, once the one sent ends within a week.',
    schema: { type: 'string' },
  },
} as const;

const failure = (description: string): OpenApiResponse => ({
  description,
  content: { 'application/json': { schema: referenceTo('Failure') } },
});

const isFailureCode = (code: string): code is FailureCode => Object.hasOwn(failureKinds, code);

/** The codes that go out with each status. */
const codesByStatus = (): ReadonlyMap<string, readonly FailureCode[]> => {
  const statuses = new Map<string, FailureCode[]>();
  for (const code of Object.keys(failureKinds).filter(isFailureCode)) {
    const status = String(failureKinds[code].httpStatus);
    statuses.set(status, [...(statuses.get(status) ?? []), code]);
  }
  return statuses;
};

const waits = new Set(['429', '503']);

const failuresByStatus = (): Responses =>
  Object.fromEntries(
    [...codesByStatus()].map(([status, codes]) => {
      const response = failure(codes.map((code) => `\`${code}\`: ${meanings[code]}.`).join(' '));
      return [status, waits.has(status) ? { ...response, headers: retryAfter } : response];
    }),
  );

/** What an operation answers by status. */
type Responses = Readonly<Record<string, OpenApiResponse>>;

/** The statuses of writes that name a key or a version; the client's routes say them as `httpStatus` in a 200. */
const writeRefusals: Responses = {
  '401': failure(
    '`unauthenticated`: the credential or the API key is not accepted. `partial_write`: it was refused in the midst of the write; `appointment` shows what was saved, and the same request does the rest.',
  ),
  '409': failure(
    '`conflict`: it was changed in the CRM in the meantime, or the first write with this key still runs.',
  ),
  '412': failure(
    '`conflict`: the appointment has another version than `If-Match` says; `appointment` shows it as it is.',
  ),
  '422': failure(
    '`unsupported`: this CRM cannot do it. `invalid_request`: the key was used for another body.',
  ),
};

const bodyRefusals: Responses = {
  '413': failure('The body is larger than 256 KB.'),
  '415': failure('The body is no JSON, or compressed in a way that is not known.'),
};

/** What an operation gives when it succeeds. */
const successes = {
  AppointmentList: 'Every appointment of the range.',
  AppointmentRecord: 'The appointment as it now is in the CRM.',
  ContactList: 'People whose name matches.',
} as const satisfies Partial<Record<ComponentName, string>>;

export type SuccessName = keyof typeof successes;

interface ResponseOptions {
  readonly success: SuccessName;
  readonly hasBody: boolean;
  readonly writes: boolean;
}

export const serverResponses = ({ success, hasBody, writes }: ResponseOptions): Responses => ({
  '200': {
    description: successes[success],
    content: {
      'application/json': { schema: referenceTo(success), examples: example(success, successes[success]) },
    },
  },
  ...failuresByStatus(),
  ...(writes ? writeRefusals : {}),
  ...(hasBody ? bodyRefusals : {}),
});

const notSignedIn: JsonSchema = {
  type: 'string',
  const: 'Please go to Settings and authorize CRM platform',
  description: 'Upon these words in a 400 the App Connect client signs its user out.',
};

export const clientResponses = ({ success, hasBody }: Omit<ResponseOptions, 'writes'>): Responses => ({
  '200': {
    description: `${successes[success]} Or the operation failed: the client shows a message only from a 200.`,
    headers: { ...renewedToken, ...retryAfter },
    content: {
      'application/json': {
        schema: { oneOf: [referenceTo(success), referenceTo('Failure')] },
        examples: { ...example(success, successes[success]), ...example('Failure', 'The operation failed.') },
      },
    },
  },
  '400': {
    description: 'The token is missing, wrong or has expired (text); or the request is malformed (JSON).',
    content: {
      'text/plain': { schema: notSignedIn },
      'application/json': { schema: referenceTo('Failure') },
    },
  },
  '401': {
    description: 'The CRM refuses the credential of the session: the client asks its user to connect again.',
    content: {
      'application/json': {
        schema: referenceTo('SessionRevoked'),
        examples: example('SessionRevoked', 'The CRM has ended the session.'),
      },
    },
  },
  ...(hasBody ? bodyRefusals : {}),
  '500': failure(`\`internal\`: ${meanings.internal}.`),
});
