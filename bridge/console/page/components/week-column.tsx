/** One day of the week: its hours, those it has twice or not at all, and its appointments. */
import { shortDayText, spanText } from '../calendar/shown-time';
import type { PlacedAppointment } from '../calendar/placed-appointment';
import type { WeekAxis, WeekDay } from '../calendar/week-axis';
import { blocksOfDay, type PlacedBlock } from '../calendar/week-layout';
import { todayOf } from '../state/console-state';
import { statusShapes, statusTexts } from './status-chip';
import { useActions, useConsole } from './use-console';

/** For those who do not see the shape, and have no room for names. */
const besideTimes = ({ appointment }: PlacedAppointment): string =>
  [statusTexts[appointment.status], ...appointment.attendees.map(({ name }) => name)].join(', ');

const WeekBlock = ({ block, day }: { readonly block: PlacedBlock; readonly day: string }) => {
  const viewerZone = useConsole((state) => state.viewerZone);
  const actions = useActions();
  const { placed, from, to, column, columns } = block;
  const { appointment } = placed;
  const times = spanText(placed, viewerZone);
  return (
    <li style={{ '--from': from, '--length': to - from, '--column': column, '--columns': columns }}>
      <button
        type="button"
        id={placed.firstDay === day ? `appointment-${appointment.id}` : undefined}
        class={`block status-${appointment.status}`}
        onClick={() => {
          actions.openDialog({ kind: 'details', appointmentId: appointment.id });
        }}
      >
        <span class="block-text">
          <span class="block-title">
            <span aria-hidden="true">{statusShapes[appointment.status]}</span> {appointment.title}
          </span>
          <span class="block-times">{times}</span>
        </span>
        <span class="visually-hidden">{besideTimes(placed)}</span>
      </button>
    </li>
  );
};

/** A line where it is now. */
const NowLine = ({ axis, weekDay }: { readonly axis: WeekAxis; readonly weekDay: WeekDay }) => {
  const nowMs = useConsole((state) => state.nowMs);
  const today = useConsole(todayOf);
  return weekDay.day === today ? (
    <div class="now" aria-hidden="true" style={{ '--from': axis.minuteAt(weekDay, nowMs) }} />
  ) : null;
};

interface WeekColumnProps {
  readonly axis: WeekAxis;
  readonly weekDay: WeekDay;
  readonly appointments: readonly PlacedAppointment[];
}

export const WeekColumn = ({ axis, weekDay, appointments }: WeekColumnProps) => {
  const { day } = weekDay;
  return (
    <div class="week-column">
      {axis.marksOf(weekDay).map(({ fromMinute, toMinute, kind, text }) => (
        <p
          key={fromMinute}
          class={`mark mark-${kind}`}
          style={{ '--from': fromMinute, '--length': toMinute - fromMinute }}
        >
          {text}
        </p>
      ))}
      <ul aria-label={shortDayText(day)}>
        {blocksOfDay(axis, weekDay, appointments).map((block) => (
          <WeekBlock key={block.placed.appointment.id} block={block} day={day} />
        ))}
      </ul>
      <NowLine axis={axis} weekDay={weekDay} />
    </div>
  );
};
