/** Bullhorn's calendar: appointments and their attendees over its REST API. */
import { checkedId } from '../appointment-id';
import type { CalendarAdapter, CalendarCapabilities } from '../calendar-adapter';
import { readAppointment } from './appointment-reader';
import { BULLHORN_ID } from './bullhorn-id';
import { cancelAppointment } from './cancel-appointment';
import { createBullhornClient, type BullhornClientOptions } from './client';
import { createAppointment } from './create-appointment';
import type { BullhornDependencies } from './dependencies';
import { findContacts } from './find-contacts';
import { listAppointments } from './list-appointments';
import { appointmentOf } from './mapper';
import { personKinds } from './person-kind';
import { defaultBullhornSettings, type BullhornSettings } from './settings';
import { confirmUnsupported } from './status-rule';
import { updateAppointment } from './update-appointment';

const capabilities: CalendarCapabilities = {
  appointmentId: BULLHORN_ID,
  confirm: 'unsupported',
  cancel: 'soft-delete',
  statuses: ['scheduled', 'cancelled'],
  attendeeKinds: personKinds,
  location: true,
  crossesMidnight: true,
};

export interface BullhornAdapterOptions extends BullhornClientOptions {
  /** What a tenant is known to do otherwise than `defaultBullhornSettings` assume. */
  readonly settings?: Partial<BullhornSettings> | undefined;
}

export const createBullhornAdapter = (options: BullhornAdapterOptions): CalendarAdapter => {
  const { log } = options;
  const settings = { ...defaultBullhornSettings, ...options.settings };
  const dependencies: BullhornDependencies = { client: createBullhornClient(options), settings, log };
  return {
    capabilities,
    listAppointments: async (context, range) => listAppointments(dependencies, context, range),
    getAppointment: async (context, id) => {
      const appointmentId = checkedId(id, BULLHORN_ID, 'appointmentId');
      return appointmentOf((await readAppointment(dependencies, context, appointmentId)).content);
    },
    createAppointment: async (context, input, createOptions) =>
      createAppointment(dependencies, context, input, createOptions),
    updateAppointment: async (context, id, patch, change) =>
      updateAppointment(dependencies, context, id, patch, change),
    confirmAppointment: async (_context, id) => {
      checkedId(id, BULLHORN_ID, 'appointmentId');
      throw confirmUnsupported();
    },
    cancelAppointment: async (context, id, cancelOptions) =>
      cancelAppointment(dependencies, context, id, cancelOptions),
    findContacts: async (context, name) => findContacts(dependencies, context, name),
  };
};
