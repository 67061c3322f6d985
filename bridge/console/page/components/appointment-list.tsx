/** The appointments under a heading for each day. */
import { isFiltering, noFilter } from '../calendar/filter-appointments';
import { groupByDay } from '../calendar/group-by-day';
import { daysOfParts, type CalendarView } from '../calendar/list-parts';
import { dayHeading, shortDayText } from '../calendar/shown-time';
import { todayOf } from '../state/console-state';
import { AppointmentCard } from './appointment-card';
import { useActions, useConsole } from './use-console';
import { useShownAppointments } from './use-shown-appointments';

const whatNext = {
  upcoming: 'Book one with New appointment, or look at later days.',
  past: 'Look at earlier days, or at what is upcoming.',
  week: '',
  timeline: 'Only appointments of this calendar are shown.',
} as const satisfies Record<CalendarView, string>;

const EmptyList = () => {
  const parts = useConsole((state) => state.parts);
  const filter = useConsole((state) => state.filter);
  const view = useConsole((state) => state.view);
  const contact = useConsole((state) => state.contact);
  const actions = useActions();
  // Nothing is said to be empty of which a part is still to come, or missing.
  if (parts.length === 0 || parts.some(({ status }) => status !== 'loaded')) return null;
  if (isFiltering(filter)) {
    return (
      <div class="empty">
        <p>Nothing matches the search.</p>
        <button
          type="button"
          class="button"
          onClick={() => {
            actions.setFilter(noFilter);
          }}
        >
          Show all
        </button>
      </div>
    );
  }
  const { startDate, endDate } = daysOfParts(parts.map(({ range }) => range));
  return (
    <div class="empty">
      <p>
        No appointments{contact ? ` with ${contact.name}` : ''} from {shortDayText(startDate)} to{' '}
        {shortDayText(endDate)}.
      </p>
      <p class="hint">{whatNext[view]}</p>
    </div>
  );
};

const FurtherButton = () => {
  const view = useConsole((state) => state.view);
  const isComplete = useConsole(
    ({ parts }) => parts.length > 0 && parts.every(({ status }) => status === 'loaded'),
  );
  const actions = useActions();
  if (!isComplete || view === 'timeline') return null;
  return (
    <button type="button" class="button further" onClick={() => void actions.list.loadFurther()}>
      {view === 'past' ? 'Show earlier days' : 'Show later days'}
    </button>
  );
};

export const AppointmentList = () => {
  const shown = useShownAppointments();
  const view = useConsole((state) => state.view);
  const today = useConsole(todayOf);
  const groups = groupByDay(shown, view === 'upcoming' ? 'ascending' : 'descending');
  return (
    <div class="list">
      {groups.map(({ day, appointments }) => (
        <section key={day} aria-labelledby={`day-${day}`} class="day">
          <h2 id={`day-${day}`}>{dayHeading(day, today)}</h2>
          <ul class="cards">
            {appointments.map((placed) => (
              <li key={placed.appointment.id}>
                <AppointmentCard placed={placed} titleId={`appointment-${placed.appointment.id}`} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {groups.length === 0 ? <EmptyList /> : null}
      <FurtherButton />
    </div>
  );
};
