/** When an appointment is: in the viewer's zone, and beside it in that of the CRM user where that shows another time. */
import { placeAppointment, type PlacedAppointment } from '../calendar/placed-appointment';
import {
  durationText,
  isShownTwice,
  offsetText,
  shortDayText,
  showsOtherTime,
  spanText,
  zoneName,
} from '../calendar/shown-time';

interface AppointmentTimesProps {
  readonly placed: PlacedAppointment;
  readonly viewerZone: string;
}

/** `Mon 23 Nov, 18:00 – 18:30 in Berlin`; the day only where it is another one. */
const crmTimesText = ({ appointment, firstDay }: PlacedAppointment): string => {
  const there = placeAppointment(appointment, appointment.timeZone);
  const day = there.firstDay === firstDay ? '' : `${shortDayText(there.firstDay)}, `;
  return `${day}${spanText(there, appointment.timeZone)} in ${zoneName(appointment.timeZone)}`;
};

export const AppointmentTimes = ({ placed, viewerZone }: AppointmentTimesProps) => {
  const { appointment, startMs } = placed;
  const { isAllDay, startTimeUtc, durationMinutes, timeZone } = appointment;
  return (
    <p class="times">
      <time dateTime={startTimeUtc}>{spanText(placed, viewerZone)}</time>
      {!isAllDay && isShownTwice(startMs, viewerZone) ? (
        <span class="hint"> {offsetText(startMs, viewerZone)}</span>
      ) : null}
      {isAllDay ? null : <span class="hint"> · {durationText(durationMinutes)}</span>}
      {!isAllDay && showsOtherTime(startMs, viewerZone, timeZone) ? (
        <span class="hint crm-times"> {crmTimesText(placed)}</span>
      ) : null}
    </p>
  );
};
