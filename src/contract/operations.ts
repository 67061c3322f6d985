/**
 * What can be done with appointments: the one table that the bridge's routes, the connectors, the RESTlets' objects
 * and the tests are made from or held against.
 */

interface Operation {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Path for the App Connect client, under `serverUrl`. */
  readonly clientPath: string;
  /** Path for other servers, under `/connectors/{platform}`. */
  readonly serverPath: string;
  /** Does it change the CRM? */
  readonly writes: boolean;
  /** How App Connect heads its answer to a malformed request. */
  readonly invalidRequest: string;
}

export const operations = {
  listAppointments: {
    method: 'GET',
    clientPath: '/appointments',
    serverPath: '/appointments',
    writes: false,
    invalidRequest: 'Invalid appointment date range',
  },
  createAppointment: {
    method: 'POST',
    clientPath: '/appointments',
    serverPath: '/appointments',
    writes: true,
    invalidRequest: 'Invalid appointment create request',
  },
  updateAppointment: {
    method: 'PATCH',
    clientPath: '/appointments/:appointmentId',
    serverPath: '/appointments/:appointmentId',
    writes: true,
    invalidRequest: 'Invalid appointment patch request',
  },
  setAppointmentStatus: {
    method: 'POST',
    clientPath: '/appointments/:appointmentId/status',
    serverPath: '/appointments/:appointmentId/status',
    writes: true,
    invalidRequest: 'Invalid appointment status request',
  },
  refreshAppointment: {
    method: 'GET',
    clientPath: '/appointments/:appointmentId/refresh',
    serverPath: '/appointments/:appointmentId/refresh',
    writes: false,
    invalidRequest: 'Invalid appointment id',
  },
  confirmAppointment: {
    method: 'POST',
    clientPath: '/appointments/:appointmentId/confirm',
    serverPath: '/appointments/:appointmentId/confirm',
    writes: true,
    invalidRequest: 'Invalid appointment id',
  },
  cancelAppointment: {
    method: 'POST',
    clientPath: '/appointments/:appointmentId/cancel',
    serverPath: '/appointments/:appointmentId/cancel',
    writes: true,
    invalidRequest: 'Invalid appointment id',
  },
  findContactWithName: {
    method: 'GET',
    clientPath: '/custom/contact/search',
    serverPath: '/contacts',
    writes: false,
    invalidRequest: 'Invalid contact search',
  },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

export const platforms = ['netsuite', 'bullhorn', 'clio'] as const;

export type Platform = (typeof platforms)[number];
