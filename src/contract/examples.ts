/** One example of everything that goes over the wire, for the API's documentation and the tests; none is of a real person. */
import type { Appointment, Attendee, Contact } from './appointment.schema';
import type {
  ContactSearchResult,
  FailureResult,
  ListResult,
  RecordResult,
  ReturnMessage,
  SessionRevoked,
} from './result.schema';

export const attendeeExample = {
  id: '501',
  name: 'Ada Byron',
  type: 'contact',
  status: 'accepted',
  email: 'ada@example.com',
} as const satisfies Attendee;

export const contactExample = {
  id: '501',
  name: 'Ada Byron',
  type: 'contact',
  phone: '+1 415 555 0100',
  email: 'ada@example.com',
  company: 'Analytical Engines',
} as const satisfies Contact;

export const appointmentExample = {
  id: '77',
  thirdPartyAppointmentId: '77',
  title: 'Strategy call',
  description: 'Agenda',
  summary: 'Agenda',
  participantName: 'Ada Byron',
  startTimeUtc: '2026-07-20T19:00:00.000Z',
  endTimeUtc: '2026-07-20T19:30:00.000Z',
  durationMinutes: 30,
  timeZone: 'America/Los_Angeles',
  isAllDay: false,
  location: 'Room 4',
  status: 'scheduled',
  version: '2026-07-01T08:00:00.000Z',
  contactId: '501',
  contactType: 'contact',
  attendees: [attendeeExample],
  attendeeIds: ['501'],
  organizer: { id: '5', name: 'Carla Ruiz' },
} satisfies Appointment;

export const createExample = {
  title: 'Strategy call',
  summary: 'Agenda',
  startTimeUtc: '2026-07-20T19:00:00Z',
  durationMinutes: 30,
  contacts: [{ id: '501', type: 'contact' }],
};

/** As the App Connect 2.x client's form sends it (app-connect.md §1.5). */
export const clientCreateExample = {
  participantName: 'Ada Byron',
  contactId: '',
  contactType: '',
  contacts: [{ id: '501', type: 'contact', name: 'Ada Byron', email: 'ada@example.com', emailChecked: true }],
  summary: 'Agenda',
  startTimeUtc: '2026-07-20T19:00:00.000Z',
  durationMinutes: 30,
  status: 'scheduled',
  title: 'Strategy call',
};

export const patchExample = { title: 'Strategy call, moved', startTimeUtc: '2026-07-21T19:00:00Z' };

/** As the App Connect 2.x client's form sends it, whatever was changed. */
export const clientPatchExample = {
  participantName: 'Ada Byron',
  summary: 'Agenda',
  startTime: '2026-07-21T19:00:00.000Z',
  durationMinutes: 45,
  contactId: '501',
  contactType: 'contact',
  contacts: [{ id: '501', type: 'contact', name: 'Ada Byron' }],
  attendees: [{ id: '501', type: 'contact', name: 'Ada Byron' }],
  attendeeIds: ['501'],
  title: 'Strategy call, moved',
};

export const statusExample = { status: 'confirmed' };

export const returnMessageExample = {
  message: 'NetSuite has no such record, or your user may not see it. Refresh the list.',
  messageType: 'danger',
  ttl: 10_000,
} as const satisfies ReturnMessage;

export const listResultExample = {
  successful: true,
  appointments: [appointmentExample],
} satisfies ListResult;

export const recordResultExample = {
  successful: true,
  appointmentId: '77',
  appointment: appointmentExample,
} satisfies RecordResult;

export const contactSearchResultExample = {
  successful: true,
  contact: [contactExample],
} satisfies ContactSearchResult;

export const failureResultExample = {
  successful: false,
  returnMessage: returnMessageExample,
  errorCode: 'not_found',
  retryable: false,
  appointmentId: '77',
} as const satisfies FailureResult;

export const sessionRevokedExample = {
  successful: false,
  returnMessage: {
    message: 'NetSuite no longer accepts this sign-in. Connect to NetSuite again.',
    messageType: 'danger',
    ttl: 10_000,
  },
  errorCode: 'CRM_SESSION_REVOKED',
  retryable: false,
} as const satisfies SessionRevoked;
