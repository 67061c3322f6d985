/** Makes App Connect's connector interface out of a calendar adapter: reads the input, wraps the result. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  createRequestSchema,
  patchRequestSchema,
  statusRequestSchema,
} from '../../src/contract/change.schema';
import type { OperationName, Platform } from '../../src/contract/operations';
import { rangeSchema, type AppointmentRange } from '../../src/contract/range.schema';
import type { CalendarAdapter, CalendarContext, SavedAppointment } from '../adapters/calendar-adapter';
import type { AppointmentCall, Connector } from './connector';
import { idempotencyKeyOf } from './idempotency-key';
import { readInput } from './read-input';
import { createOperationRunner, type ConnectorLog } from './run-operation';
import { contactSearchResult, listResult, recordResult } from './success-result';

export interface ConnectorOptions {
  readonly platform: Platform;
  readonly adapter: CalendarAdapter;
  readonly log: ConnectorLog;
  readonly nowMs?: (() => number) | undefined;
}

const appointmentIdSchema = z.object({ appointmentId: z.string().min(1).max(200) });
const nameSchema = z.object({ name: z.string({ error: 'say whom to search for' }).trim().min(1).max(200) });

/**
 * The App Connect client sends a tab, `forceSync`, and always `mineOnly=false` with them: a constant and no choice of
 * the user (app-connect.md §1.5). Taken at its word, the tab would show the calendars of the whole company.
 */
const readRange = (input: unknown): AppointmentRange => {
  const range = readInput(rangeSchema, input ?? {});
  const isFromClient = range.range !== undefined && range.forceSync !== undefined;
  return isFromClient ? { ...range, mineOnly: true } : range;
};

export const createConnector = (options: ConnectorOptions): Connector => {
  const { platform, adapter, log, nowMs = Date.now } = options;
  const run = createOperationRunner({ platform, log, nowMs });

  const runOn = async (
    operation: OperationName,
    call: AppointmentCall,
    act: (context: CalendarContext, id: string) => Promise<SavedAppointment>,
  ) =>
    run(operation, call, async (context) => {
      const { appointmentId } = readInput(appointmentIdSchema, { appointmentId: call.appointmentId });
      return recordResult(await act(context, appointmentId));
    });

  return {
    listAppointments: async (call) =>
      run('listAppointments', call, async (context) =>
        listResult(await adapter.listAppointments(context, readRange(call.range))),
      ),
    createAppointment: async (call) =>
      run('createAppointment', call, async (context) => {
        const input = readInput(createRequestSchema, call.payload);
        const idempotencyKey = idempotencyKeyOf(call.idempotencyKey) ?? randomUUID();
        return recordResult(await adapter.createAppointment(context, input, { idempotencyKey }));
      }),
    updateAppointment: async (call) =>
      runOn('updateAppointment', call, async (context, id) =>
        adapter.updateAppointment(context, id, readInput(patchRequestSchema, call.patchBody)),
      ),
    setAppointmentStatus: async (call) =>
      runOn('setAppointmentStatus', call, async (context, id) =>
        adapter.updateAppointment(context, id, readInput(statusRequestSchema, call.statusBody)),
      ),
    refreshAppointment: async (call) =>
      runOn('refreshAppointment', call, async (context, id) => ({
        appointmentId: id,
        appointment: await adapter.getAppointment(context, id),
      })),
    confirmAppointment: async (call) =>
      runOn('confirmAppointment', call, async (context, id) => adapter.confirmAppointment(context, id)),
    cancelAppointment: async (call) =>
      runOn('cancelAppointment', call, async (context, id) => adapter.cancelAppointment(context, id)),
    findContactWithName: async (call) =>
      run('findContactWithName', call, async (context) => {
        const { name } = readInput(nameSchema, { name: call.name });
        return contactSearchResult(await adapter.findContacts(context, name));
      }),
  };
};
