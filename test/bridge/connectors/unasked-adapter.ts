/** An adapter that nobody is expected to ask, but for the operations that a test gives. */
import type { CalendarAdapter } from '../../../bridge/adapters/calendar-adapter';

const unasked = async (): Promise<never> => {
  throw new Error('not asked in this test');
};

export const unaskedAdapterBut = (asked: Partial<CalendarAdapter>): CalendarAdapter => ({
  capabilities: {
    appointmentId: { pattern: /./, says: '' },
    confirm: 'native',
    cancel: 'status',
    statuses: ['scheduled'],
    attendeeKinds: [],
    location: false,
    crossesMidnight: false,
  },
  listAppointments: unasked,
  getAppointment: unasked,
  createAppointment: unasked,
  updateAppointment: unasked,
  confirmAppointment: unasked,
  cancelAppointment: unasked,
  findContacts: unasked,
  ...asked,
});
