/** The paths of the contract's operations, each twice: for the App Connect client, and for another server. */
import { operations, type OperationName } from '../../src/contract/operations';
import { examplesOf, referenceTo, type ComponentName } from './component-schemas';
import { clientResponses, serverResponses, type SuccessName } from './operation-responses';
import type { JsonSchema, OpenApiOperation, OpenApiPath } from './openapi-types';
import { operationParameters, serverParameters } from './request-parameters';

interface OperationText {
  readonly summary: string;
  readonly description: string;
  readonly body?: ComponentName;
  /** Under which the body may be wrapped. */
  readonly wrapper?: string;
  readonly success: SuccessName;
}

const texts = {
  listAppointments: {
    summary: 'List appointments',
    description:
      'Every appointment of the range, of all pages of the CRM, by start. Without days: one month back to three months ahead. An appointment belongs to the list when any part of it lies in these days. A row that cannot be read is left out, counted and reported.',
    success: 'AppointmentList',
  },
  createAppointment: {
    summary: 'Create an appointment',
    description:
      'The body bare, or wrapped as `{"payload": …}`. The answer has the appointment as the CRM keeps it.',
    body: 'AppointmentCreate',
    wrapper: 'payload',
    success: 'AppointmentRecord',
  },
  updateAppointment: {
    summary: 'Change an appointment',
    description:
      'The body bare, or wrapped as `{"patch": …}`. A duration alone keeps the start, a start alone keeps the duration. `contacts` replaces the attendees; the organizer stays.',
    body: 'AppointmentPatch',
    wrapper: 'patch',
    success: 'AppointmentRecord',
  },
  setAppointmentStatus: {
    summary: 'Set the status',
    description: 'A status that the CRM has no place for is refused as `unsupported`, not silently left out.',
    body: 'AppointmentStatusChange',
    success: 'AppointmentRecord',
  },
  refreshAppointment: {
    summary: 'Read an appointment again',
    description: 'The appointment as it now is in the CRM.',
    success: 'AppointmentRecord',
  },
  confirmAppointment: {
    summary: 'Confirm an appointment',
    description: 'NetSuite only; Bullhorn and Clio keep no confirmation and answer `unsupported`.',
    success: 'AppointmentRecord',
  },
  cancelAppointment: {
    summary: 'Cancel an appointment',
    description: 'NetSuite and Bullhorn keep it, marked as cancelled; Clio deletes it.',
    success: 'AppointmentRecord',
  },
  findContactWithName: {
    summary: 'Find people to invite',
    description: 'By a part of the name. The first matches, and a message when there are more.',
    success: 'ContactList',
  },
} as const satisfies Record<OperationName, OperationText>;

const bodySchema = (body: ComponentName, wrapper: string | undefined): JsonSchema => {
  const bare = referenceTo(body);
  if (wrapper === undefined) return bare;
  const wrapped = { type: 'object', properties: { [wrapper]: bare }, required: [wrapper] };
  return { anyOf: [bare, wrapped] };
};

const requestBodyOf = ({ body, wrapper, summary }: OperationText): Pick<OpenApiOperation, 'requestBody'> => {
  if (body === undefined) return {};
  const [canonical, ofClient] = examplesOf(body);
  return {
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: bodySchema(body, wrapper),
          examples: {
            canonical: { summary, value: canonical },
            ...(ofClient
              ? { client: { summary: 'As the App Connect 2.x client sends it', value: ofClient } }
              : {}),
          },
        },
      },
    },
  };
};

const clientOperation = (name: OperationName): OpenApiOperation => {
  const text: OperationText = texts[name];
  const { success, summary, description } = text;
  return {
    operationId: name,
    tags: ['App Connect client'],
    summary,
    description,
    security: [{ clientToken: [] }, { clientTokenInQuery: [] }],
    parameters: operationParameters(name, operations[name].clientPath),
    ...requestBodyOf(text),
    responses: clientResponses({ success, hasBody: text.body !== undefined }),
  };
};

const serverOperation = (name: OperationName): OpenApiOperation => {
  const text: OperationText = texts[name];
  const { success, summary, description } = text;
  return {
    operationId: `${name}ForServer`,
    tags: ['Other servers'],
    summary,
    description,
    security: [{ crmCredential: [] }, { crmCredential: [], bridgeApiKey: [] }],
    parameters: [...serverParameters, ...operationParameters(name, operations[name].serverPath)],
    ...requestBodyOf(text),
    responses: serverResponses({
      success,
      hasBody: text.body !== undefined,
      writes: operations[name].writes,
    }),
  };
};

const methods = { GET: 'get', POST: 'post', PATCH: 'patch' } as const;

const isOperationName = (name: string): name is OperationName => Object.hasOwn(operations, name);

/** `/appointments/:appointmentId` → `/appointments/{appointmentId}`. */
const templateOf = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

export const operationPaths = (): Readonly<Record<string, OpenApiPath>> => {
  const paths: Record<string, OpenApiPath> = {};
  const add = (path: string, method: keyof OpenApiPath, operation: OpenApiOperation): void => {
    paths[path] = { ...paths[path], [method]: operation };
  };
  const names = Object.keys(operations).filter(isOperationName);
  for (const name of names) {
    add(templateOf(operations[name].clientPath), methods[operations[name].method], clientOperation(name));
  }
  for (const name of names) {
    const path = `/connectors/{platform}${templateOf(operations[name].serverPath)}`;
    add(path, methods[operations[name].method], serverOperation(name));
  }
  return paths;
};
