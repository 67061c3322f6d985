/** Makes App Connect's connector interface out of a calendar adapter: reads the input, wraps the result. */
import { z } from 'zod';
import {
  createRequestSchema,
  patchRequestSchema,
  statusRequestSchema,
} from '../../src/contract/change.schema';
import { AppointmentError } from '../../src/contract/failure';
import type { OperationName, Platform } from '../../src/contract/operations';
import type {
  CalendarAdapter,
  CalendarContext,
  ChangeOptions,
  CreateOptions,
  SavedAppointment,
} from '../adapters/calendar-adapter';
import type { IdempotencyStore } from '../idempotency/idempotency-store';
import { createMemoryIdempotencyStore } from '../idempotency/memory-idempotency-store';
import { createClaimedRunner } from '../idempotency/run-claimed';
import type { ChangeCall, Connector } from './connector';
import { createCreateWithoutKey } from './create-without-key';
import { idempotencyKeyOf } from './idempotency-key';
import { readInput } from './read-input';
import { isRequested, readRange } from './read-range';
import { createOperationRunner, type ConnectorLog } from './run-operation';
import { contactSearchResult, listResult, recordResult } from './success-result';
import { createWriteOnce } from './write-once';

export interface ConnectorOptions {
  readonly platform: Platform;
  readonly adapter: CalendarAdapter;
  readonly log: ConnectorLog;
  readonly nowMs?: (() => number) | undefined;
  /** Where it is remembered what was asked for by which key. Default: in memory. */
  readonly idempotency?: IdempotencyStore | undefined;
}

const appointmentIdSchema = z.object({ appointmentId: z.string().min(1).max(200) });
const changeSchema = appointmentIdSchema.extend({
  ifVersion: z
    .string()
    .trim()
    .min(1, 'is empty: refresh the appointment to know its version')
    .max(200)
    .optional()
    .transform((version) => (version === '*' ? undefined : version)),
});
const nameSchema = z.object({ name: z.string({ error: 'say whom to search for' }).trim().min(1).max(200) });

/** An empty list would say that there is nothing. */
const nothingReadable = (skipped: number): AppointmentError =>
  new AppointmentError(
    'upstream_invalid',
    `The CRM has appointments in this period (${skipped}), but none of them could be read. ` +
      'Look in its own calendar, and report this to your administrator.',
  );

interface Change<Body> {
  readonly operation: OperationName;
  readBody(): Body;
  act(context: CalendarContext, id: string, body: Body, options: ChangeOptions): Promise<SavedAppointment>;
}

const createWrites = (options: ConnectorOptions) => {
  const { platform, adapter, log, nowMs = Date.now } = options;
  const { idempotency: store = createMemoryIdempotencyStore({ nowMs }) } = options;
  const writing = { platform, adapter, store, runClaimed: createClaimedRunner({ store, log }), nowMs };
  const run = createOperationRunner({ platform, log, nowMs });
  const writeOnce = createWriteOnce(writing);
  const createWithoutKey = createCreateWithoutKey(writing);

  /** A change that is asked for twice changes the same to the same: without a key nothing needs to be remembered. */
  const change = async <Body>(call: ChangeCall, { operation, readBody, act }: Change<Body>) =>
    run(operation, call, async (context) => {
      const { appointmentId, ifVersion } = readInput(changeSchema, {
        appointmentId: call.appointmentId,
        ifVersion: call.ifVersion,
      });
      const body = readBody();
      const key = idempotencyKeyOf(call.idempotencyKey);
      const once = async (mayBeDone: boolean) => act(context, appointmentId, body, { ifVersion, mayBeDone });
      if (key === undefined) return recordResult(await once(false));
      return writeOnce({
        ...{ context, operation, appointmentId, body, key },
        act: async (_create, isOpen) => once(isOpen),
      });
    });

  const createAppointment: Connector['createAppointment'] = async (call) =>
    run('createAppointment', call, async (context) => {
      const input = readInput(createRequestSchema, call.payload);
      const key = idempotencyKeyOf(call.idempotencyKey);
      const act = async (create: CreateOptions) => adapter.createAppointment(context, input, create);
      if (key === undefined) return createWithoutKey({ context, input, act });
      return writeOnce({ context, operation: 'createAppointment', body: input, key, act });
    });

  return { change, createAppointment };
};

export const createConnector = (options: ConnectorOptions): Connector => {
  const { platform, adapter, log, nowMs = Date.now } = options;
  const run = createOperationRunner({ platform, log, nowMs });
  const { change, createAppointment } = createWrites(options);
  return {
    capabilities: adapter.capabilities,
    listAppointments: async (call) =>
      run('listAppointments', call, async (context) => {
        const requested = readRange(call.range);
        const { appointments, skipped } = await adapter.listAppointments(context, requested.range);
        if (appointments.length === 0 && skipped > 0) throw nothingReadable(skipped);
        return listResult({ appointments: appointments.filter(isRequested(requested)), skipped });
      }),
    createAppointment,
    updateAppointment: async (call) =>
      change(call, {
        operation: 'updateAppointment',
        readBody: () => readInput(patchRequestSchema, call.patchBody),
        act: adapter.updateAppointment,
      }),
    setAppointmentStatus: async (call) =>
      change(call, {
        operation: 'setAppointmentStatus',
        readBody: () => readInput(statusRequestSchema, call.statusBody),
        act: adapter.updateAppointment,
      }),
    refreshAppointment: async (call) =>
      run('refreshAppointment', call, async (context) => {
        const { appointmentId } = readInput(appointmentIdSchema, { appointmentId: call.appointmentId });
        return recordResult({
          appointmentId,
          appointment: await adapter.getAppointment(context, appointmentId),
        });
      }),
    confirmAppointment: async (call) =>
      change(call, {
        operation: 'confirmAppointment',
        readBody: () => undefined,
        act: async (context, id, _body, condition) => adapter.confirmAppointment(context, id, condition),
      }),
    cancelAppointment: async (call) =>
      change(call, {
        operation: 'cancelAppointment',
        readBody: () => undefined,
        act: async (context, id, _body, condition) => adapter.cancelAppointment(context, id, condition),
      }),
    findContactWithName: async (call) =>
      run('findContactWithName', call, async (context) => {
        const { name } = readInput(nameSchema, { name: call.name });
        return contactSearchResult(await adapter.findContacts(context, name));
      }),
  };
};
