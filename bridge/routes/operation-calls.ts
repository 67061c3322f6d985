/** How the parts of an HTTP request become the call of a connector: one line for each operation of the contract. */
import { AppointmentError } from '../../src/contract/failure';
import { operations, type OperationName } from '../../src/contract/operations';
import type {
  AppointmentCall,
  ChangeCall,
  Connector,
  ConnectorCall,
  ConnectorResult,
} from '../connectors/connector';
import { failureResult } from '../connectors/failure-result';

export interface OperationRequest extends ConnectorCall {
  readonly deadline: ConnectorCall['deadline'];
  /** Decoded; undefined where the route has none. */
  readonly appointmentId: unknown;
  /** Lists where a parameter is given more than once. */
  readonly query: Readonly<Record<string, unknown>>;
  /** Parsed; undefined where none was sent. */
  readonly body: unknown;
  readonly idempotencyKey?: string | undefined;
  /** The version that alone may be changed. */
  readonly ifVersion?: string | undefined;
}

type OperationCall = (connector: Connector, request: OperationRequest) => Promise<ConnectorResult>;

const callOf = ({ user, authHeader, signal, deadline, longListTurn }: OperationRequest): ConnectorCall => ({
  user,
  authHeader,
  signal,
  deadline,
  longListTurn,
});

const callOn = (request: OperationRequest): AppointmentCall => ({
  ...callOf(request),
  appointmentId: request.appointmentId,
});

const changeOf = (request: OperationRequest): ChangeCall => ({
  ...callOn(request),
  idempotencyKey: request.idempotencyKey,
  ifVersion: request.ifVersion,
});

const calls = {
  listAppointments: (connector, request) =>
    connector.listAppointments({ ...callOf(request), range: request.query }),
  createAppointment: (connector, request) =>
    connector.createAppointment({
      ...callOf(request),
      payload: request.body,
      idempotencyKey: request.idempotencyKey,
    }),
  updateAppointment: (connector, request) =>
    connector.updateAppointment({ ...changeOf(request), patchBody: request.body }),
  setAppointmentStatus: (connector, request) =>
    connector.setAppointmentStatus({ ...changeOf(request), statusBody: request.body }),
  refreshAppointment: (connector, request) => connector.refreshAppointment(callOn(request)),
  confirmAppointment: (connector, request) => connector.confirmAppointment(changeOf(request)),
  cancelAppointment: (connector, request) => connector.cancelAppointment(changeOf(request)),
  findContactWithName: (connector, request) =>
    connector.findContactWithName({ ...callOf(request), name: request.query['name'] }),
} satisfies Record<OperationName, OperationCall>;

const isOperationName = (name: string): name is OperationName => Object.hasOwn(operations, name);

export const operationNames = Object.keys(operations).filter(isOperationName);

/** A parameter given twice has no one meaning: which of the two was meant is not for us to choose. */
const refuseRepeated = (query: OperationRequest['query']): void => {
  const name = Object.keys(query).find((one) => Array.isArray(query[one]));
  if (name === undefined) return;
  const message = 'is given more than once';
  throw new AppointmentError('invalid_request', `${name} ${message}.`, {
    details: { issues: [{ path: name, message }] },
  });
};

/** Runs an operation. What is wrong before it reaches the connector is a failure of the operation too. */
export const callOperation = async (
  operation: OperationName,
  connector: Connector | undefined,
  readRequest: () => Promise<OperationRequest>,
): Promise<ConnectorResult> => {
  try {
    if (!connector) {
      throw new AppointmentError('unsupported', 'This bridge has no connection to that CRM.');
    }
    const request = await readRequest();
    refuseRepeated(request.query);
    return await calls[operation](connector, request);
  } catch (error) {
    if (!(error instanceof AppointmentError)) throw error;
    return failureResult(error, { operation });
  }
};
