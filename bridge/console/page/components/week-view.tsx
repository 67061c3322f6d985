/** The week as a grid: appointments as blocks at their hours, what takes whole days above them. */
import { useMemo } from 'preact/hooks';
import { addDays } from '../../../../src/contract/time/day-range';
import { intlZoneClock } from '../../../../src/contract/time/intl-zone-clock';
import { dayOfMonthText, shortDayText, weekDayText } from '../calendar/shown-time';
import { barsOfWeek } from '../calendar/week-layout';
import { createWeekAxis, type WeekAxis, type WeekDay } from '../calendar/week-axis';
import { todayOf } from '../state/console-state';
import { useActions, useConsole } from './use-console';
import { useShownAppointments } from './use-shown-appointments';
import { useWeekOpening } from './use-week-opening';
import { WeekBar } from './week-bar';
import { WeekColumn } from './week-column';

const WeekSteps = () => {
  const weekStart = useConsole((state) => state.weekStart);
  const actions = useActions();
  const sunday = addDays(weekStart, 6);
  const step = (weeks: number) => () => {
    actions.moveWeek(weeks);
  };
  return (
    <div class="row week-steps">
      <button type="button" class="button" aria-label="Previous week" onClick={step(-1)}>
        ‹
      </button>
      <button type="button" class="button" onClick={step(0)}>
        This week
      </button>
      <button type="button" class="button" aria-label="Next week" onClick={step(1)}>
        ›
      </button>
      <h2 id="week-heading">
        {dayOfMonthText(weekStart)} to {dayOfMonthText(sunday)} {sunday.slice(0, 4)}
      </h2>
    </div>
  );
};

const changeText = (axis: WeekAxis): string =>
  axis.days
    .flatMap(({ day, change }) => {
      if (!change) return [];
      const hours = Math.round((change.toMinute - change.fromMinute) / 6) / 10;
      const direction =
        change.kind === 'missing'
          ? 'forward, so that this day is shorter'
          : 'back, so that this day is longer';
      return [`On ${shortDayText(day)} the clock is put ${hours} h ${direction}.`];
    })
    .join(' ');

const Gutter = ({ axis }: { readonly axis: WeekAxis }) => (
  <div class="week-gutter" aria-hidden="true">
    {axis.hours.map(({ atMinute, text, isRepeated }) => (
      <span key={atMinute} style={{ '--from': atMinute }}>
        {text}
        {isRepeated ? ' ↻' : ''}
      </span>
    ))}
  </div>
);

const DayHeads = ({ days }: { readonly days: readonly WeekDay[] }) => {
  const today = useConsole(todayOf);
  return (
    <div class="week-heads">
      {days.map(({ day }) => (
        <h3 key={day} id={`week-day-${day}`} aria-current={day === today ? 'date' : undefined}>
          {weekDayText(day)}
        </h3>
      ))}
    </div>
  );
};

export const WeekView = () => {
  const firstDay = useConsole((state) => state.weekStart);
  const timeZone = useConsole((state) => state.viewerZone);
  const shown = useShownAppointments();
  const axis = useMemo(
    () => createWeekAxis({ firstDay, timeZone, clock: intlZoneClock }),
    [firstDay, timeZone],
  );
  const bars = barsOfWeek(axis, shown);
  const isLoaded = useConsole(
    ({ parts }) => parts.length > 0 && parts.every(({ status }) => status === 'loaded'),
  );
  const scroller = useWeekOpening(axis, shown, isLoaded);
  const lanes = Math.max(0, ...bars.map(({ lane }) => lane + 1));
  const change = changeText(axis);
  return (
    <section class="week fills" aria-labelledby="week-heading">
      <WeekSteps />
      {change === '' ? null : <p class="hint">{change}</p>}
      <div
        ref={scroller}
        class="week-scroll"
        role="region"
        aria-label="Hours of the week"
        tabIndex={0}
        style={{ '--minutes': axis.totalMinutes, '--lanes': lanes }}
      >
        <div class="week-top">
          <DayHeads days={axis.days} />
          {lanes === 0 ? null : (
            <ul class="week-bars" aria-label="Whole days">
              {bars.map((bar) => (
                <WeekBar key={bar.placed.appointment.id} bar={bar} />
              ))}
            </ul>
          )}
        </div>
        <div class="week-grid">
          <Gutter axis={axis} />
          {axis.days.map((weekDay) => (
            <WeekColumn key={weekDay.day} axis={axis} weekDay={weekDay} appointments={shown} />
          ))}
        </div>
      </div>
    </section>
  );
};
