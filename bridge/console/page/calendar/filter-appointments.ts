/** What of the loaded list is shown: by tab, by status, by words. */
import type { AppointmentStatus } from '../../../../src/contract/appointment-status';
import type { Appointment } from '../../../../src/contract/appointment.schema';
import type { CalendarView } from './list-parts';

export interface ListFilter {
  /** Words that all have to be found somewhere in the appointment. */
  readonly text: string;
  readonly status: AppointmentStatus | 'any';
}

export const noFilter: ListFilter = { text: '', status: 'any' };

export const isFiltering = ({ text, status }: ListFilter): boolean => text.trim() !== '' || status !== 'any';

const wordsOf = ({ title, description, location, attendees, organizer }: Appointment): string =>
  [title, description, location, organizer?.name ?? '', ...attendees.map(({ name }) => name)]
    .join('\n')
    .toLocaleLowerCase();

/** What still runs is upcoming; what is over is past. */
const isOfView = ({ endTimeUtc }: Appointment, view: CalendarView, nowMs: number): boolean => {
  const isOver = Date.parse(endTimeUtc) < nowMs;
  if (view === 'upcoming') return !isOver;
  return view === 'past' ? isOver : true;
};

export const shownAppointments = (
  appointments: readonly Appointment[],
  {
    view,
    filter,
    nowMs,
  }: { readonly view: CalendarView; readonly filter: ListFilter; readonly nowMs: number },
): readonly Appointment[] => {
  const words = filter.text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return appointments.filter((appointment) => {
    if (!isOfView(appointment, view, nowMs)) return false;
    if (filter.status !== 'any' && appointment.status !== filter.status) return false;
    const searched = words.length === 0 ? '' : wordsOf(appointment);
    return words.every((word) => searched.includes(word));
  });
};
