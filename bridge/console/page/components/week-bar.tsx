/** An appointment of whole days, across them. */
import { shortDayText } from '../calendar/shown-time';
import type { Bar } from '../calendar/week-layout';
import { statusShapes, statusTexts } from './status-chip';
import { useActions } from './use-console';

const daysText = ({ placed }: Bar): string => {
  const { appointment, firstDay, lastDay } = placed;
  const days =
    firstDay === lastDay ? shortDayText(firstDay) : `${shortDayText(firstDay)} to ${shortDayText(lastDay)}`;
  return `, ${days}, ${statusTexts[appointment.status]}`;
};

export const WeekBar = ({ bar }: { readonly bar: Bar }) => {
  const actions = useActions();
  const { appointment } = bar.placed;
  const { firstColumn, lastColumn, lane, startsEarlier, endsLater } = bar;
  return (
    <li style={{ '--first': firstColumn, '--span': lastColumn - firstColumn + 1, '--lane': lane }}>
      <button
        type="button"
        id={`appointment-${appointment.id}`}
        class={`block status-${appointment.status}`}
        onClick={() => {
          actions.openDialog({ kind: 'details', appointmentId: appointment.id });
        }}
      >
        {startsEarlier ? <span aria-hidden="true">‹ </span> : null}
        <span aria-hidden="true">{statusShapes[appointment.status]}</span> {appointment.title}
        {endsLater ? <span aria-hidden="true"> ›</span> : null}
        <span class="visually-hidden">{daysText(bar)}</span>
      </button>
    </li>
  );
};
