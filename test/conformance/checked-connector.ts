/** A connector whose every answer is held against the contract's schemas and App Connect's own before a test sees it. */
import { z } from 'zod';
import type { ChangeCall, Connector, ConnectorCall } from '../../bridge/connectors/connector';
import {
  contactSearchResultSchema,
  failureResultSchema,
  listResultSchema,
  recordResultSchema,
  type ContactSearchResult,
  type FailureResult,
  type ListResult,
  type RecordResult,
} from '../../src/contract/result.schema';
import {
  appConnectContactsSchema,
  appConnectListSchema,
  appConnectRecordSchema,
} from './app-connect-schemas';

type Recorded = Promise<RecordResult | FailureResult>;

/** By what key, and of which version. */
export type ChangeTerms = Pick<ChangeCall, 'idempotencyKey' | 'ifVersion'>;

/** The operations on behalf of one user. */
export interface CheckedConnector {
  list(range?: object): Promise<ListResult | FailureResult>;
  create(payload: object, idempotencyKey?: string): Recorded;
  update(id: unknown, patchBody: object, terms?: ChangeTerms): Recorded;
  setStatus(id: unknown, status: string, terms?: ChangeTerms): Recorded;
  refresh(id: unknown): Recorded;
  confirm(id: unknown, terms?: ChangeTerms): Recorded;
  cancel(id: unknown, terms?: ChangeTerms): Recorded;
  search(name: unknown): Promise<ContactSearchResult | FailureResult>;
  /** The same, for another user or with another credential. */
  as(call: Partial<ConnectorCall>): CheckedConnector;
}

export interface CheckedConnectorOptions {
  readonly connector: Connector;
  readonly call: ConnectorCall;
  /** Told of every appointment that was made, for whoever has to tidy up. */
  readonly onCreated: (id: string) => void;
}

const failure = failureResultSchema.strict();
const resultOf = <Success extends z.ZodRawShape>(success: z.ZodObject<Success>) =>
  z.union([success.strict(), failure]);

const listSchema = resultOf(listResultSchema);
const recordSchema = resultOf(recordResultSchema);
const contactsSchema = resultOf(contactSearchResultSchema);

const checked = <Schema extends z.ZodType>(
  result: unknown,
  ours: Schema,
  appConnects: z.ZodType,
): z.output<Schema> => {
  appConnects.parse(result);
  return ours.parse(result);
};

export const createCheckedConnector = (options: CheckedConnectorOptions): CheckedConnector => {
  const { connector, call, onCreated } = options;
  const record = (result: unknown) => checked(result, recordSchema, appConnectRecordSchema);
  return {
    list: async (range) =>
      checked(await connector.listAppointments({ ...call, range }), listSchema, appConnectListSchema),
    create: async (payload, idempotencyKey) => {
      const result = record(await connector.createAppointment({ ...call, payload, idempotencyKey }));
      if (result.successful) onCreated(result.appointmentId);
      return result;
    },
    update: async (appointmentId, patchBody, terms) =>
      record(await connector.updateAppointment({ ...call, ...terms, appointmentId, patchBody })),
    setStatus: async (appointmentId, status, terms) =>
      record(
        await connector.setAppointmentStatus({ ...call, ...terms, appointmentId, statusBody: { status } }),
      ),
    refresh: async (appointmentId) => record(await connector.refreshAppointment({ ...call, appointmentId })),
    confirm: async (appointmentId, terms) =>
      record(await connector.confirmAppointment({ ...call, ...terms, appointmentId })),
    cancel: async (appointmentId, terms) =>
      record(await connector.cancelAppointment({ ...call, ...terms, appointmentId })),
    search: async (name) =>
      checked(
        await connector.findContactWithName({ ...call, name }),
        contactsSchema,
        appConnectContactsSchema,
      ),
    as: (other) => createCheckedConnector({ ...options, call: { ...call, ...other } }),
  };
};
