/** NetSuite's calendar: reading through our RESTlets, writing through the REST Record API. */
import { AppointmentError } from '../../../src/contract/failure';
import { checkedId } from '../appointment-id';
import type {
  CalendarAdapter,
  CalendarCapabilities,
  CalendarContext,
  FoundContacts,
} from '../calendar-adapter';
import { createNetSuiteClient, type NetSuiteClient, type NetSuiteClientOptions } from './client';
import { createEvent } from './create-event';
import { readEvent } from './event-reader';
import { listEvents } from './list-events';
import { appointmentOfRow, contactOf } from './mapper';
import { EVENT_ID } from './netsuite-id';
import { updateEvent } from './update-event';

const CONTACT_LIMIT = 50;

const capabilities: CalendarCapabilities = {
  appointmentId: EVENT_ID,
  confirm: 'native',
  cancel: 'status',
  statuses: ['scheduled', 'confirmed', 'cancelled', 'completed'],
  attendeeKinds: ['contact', 'custjob', 'vendor', 'employee'],
  location: true,
  crossesMidnight: false,
};

export interface NetSuiteAdapterOptions extends NetSuiteClientOptions {
  /**
   * In which zone the REST Record API takes wall times: `user` for the calling user's own, or an IANA name for one that
   * holds for the whole account. Unverified (netsuite.md §8, test 3), hence a setting.
   */
  readonly recordTimeZone: string;
  readonly log: { warn(ids: object, title: string): void };
}

const findContacts = async (
  client: NetSuiteClient,
  context: CalendarContext,
  name: string,
): Promise<FoundContacts> => {
  if (name.trim() === '') {
    throw new AppointmentError('invalid_request', 'Give at least one letter of the name to search for.', {
      details: { issues: [{ path: 'name', message: 'must not be empty' }] },
    });
  }
  const found = await client.searchAttendees(context, { name: name.trim(), limit: CONTACT_LIMIT });
  return { contacts: found.data.map(contactOf), hasMore: found.hasMore };
};

export const createNetSuiteAdapter = (options: NetSuiteAdapterOptions): CalendarAdapter => {
  const client = createNetSuiteClient(options);
  const { log, recordTimeZone } = options;
  const writing = { client, recordTimeZone };
  return {
    capabilities,
    listAppointments: async (context, range) => listEvents({ client, log }, context, range),
    getAppointment: async (context, id) => {
      const { row } = await readEvent(client, context, checkedId(id, EVENT_ID, 'appointmentId'));
      return appointmentOfRow(row, context.userId);
    },
    createAppointment: async (context, input, createOptions) =>
      createEvent(writing, context, input, createOptions),
    updateAppointment: async (context, id, patch, change) => updateEvent(writing, context, id, patch, change),
    confirmAppointment: async (context, id, change) =>
      updateEvent(writing, context, id, { status: 'confirmed' }, change),
    cancelAppointment: async (context, id, change) =>
      updateEvent(writing, context, id, { status: 'cancelled' }, change),
    findContacts: async (context, name) => findContacts(client, context, name),
  };
};
