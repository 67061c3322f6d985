/** A calendar of one user in memory behind the adapters' interface, that tells how its creates were asked for. */
import type {
  CalendarAdapter,
  ChangeOptions,
  CreateOptions,
} from '../../../bridge/adapters/calendar-adapter';
import type { Appointment } from '../../../src/contract/appointment.schema';
import { AppointmentError } from '../../../src/contract/failure';
import { unaskedAdapterBut } from './unasked-adapter';

const appointmentOf = (id: string, title: string, startTimeUtc: string): Appointment => ({
  id,
  thirdPartyAppointmentId: id,
  title,
  description: '',
  summary: '',
  participantName: '',
  startTimeUtc,
  endTimeUtc: new Date(Date.parse(startTimeUtc) + 1_800_000).toISOString(),
  durationMinutes: 30,
  timeZone: 'UTC',
  isAllDay: false,
  location: '',
  status: 'scheduled',
  version: '1',
  contactId: '',
  contactType: '',
  attendees: [],
  attendeeIds: [],
  organizer: null,
});

export interface MemoryCalendar {
  readonly adapter: CalendarAdapter;
  readonly appointments: Map<string, Appointment>;
  /** One for each create, in order. */
  readonly creates: readonly CreateOptions[];
  /** One for each change, in order. */
  readonly changes: readonly ChangeOptions[];
  /** Thrown by the next writes, in turn, before anything is made. */
  readonly failures: AppointmentError[];
  /** Thrown by every reading. */
  unreadable?: AppointmentError;
}

export const createMemoryCalendar = (): MemoryCalendar => {
  const creates: CreateOptions[] = [];
  const changes: ChangeOptions[] = [];
  const read = async (_context: unknown, id: string): Promise<Appointment> => {
    if (calendar.unreadable) throw calendar.unreadable;
    const appointment = calendar.appointments.get(id);
    if (appointment) return appointment;
    throw new AppointmentError('not_found', 'There is no such appointment.');
  };
  const adapter = unaskedAdapterBut({
    getAppointment: read,
    createAppointment: async (_context, { title, startTimeUtc }, options) => {
      creates.push(options);
      const failure = calendar.failures.shift();
      if (failure) throw failure;
      const appointment = appointmentOf(`${calendar.appointments.size + 1}`, title, startTimeUtc);
      calendar.appointments.set(appointment.id, appointment);
      return { appointmentId: appointment.id, appointment };
    },
    updateAppointment: async (context, id, { title }, options = {}) => {
      changes.push(options);
      const failure = calendar.failures.shift();
      if (failure) throw failure;
      const appointment = { ...(await read(context, id)), ...(title === undefined ? {} : { title }) };
      calendar.appointments.set(id, appointment);
      return { appointmentId: id, appointment };
    },
  });
  const calendar: MemoryCalendar = { adapter, appointments: new Map(), creates, changes, failures: [] };
  return calendar;
};
