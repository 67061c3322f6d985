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

export const AppointmentTimes = ({ placed, viewerZone }: AppointmentTimesProps) => (
  <p class="times">
    <time dateTime={placed.appointment.startTimeUtc}>{spanText(placed, viewerZone)}</time>
  </p>
);

/** What the times alone do not say: how long it is, which of two equal times is meant, and the CRM user's time. */
export const TimeDetails = ({ placed, viewerZone }: AppointmentTimesProps) => {
  const { appointment, startMs } = placed;
  const { isAllDay, durationMinutes, timeZone } = appointment;
  if (isAllDay) return null;
  const details = [
    durationText(durationMinutes),
    ...(isShownTwice(startMs, viewerZone) ? [offsetText(startMs, viewerZone)] : []),
    ...(showsOtherTime(startMs, viewerZone, timeZone) ? [crmTimesText(placed)] : []),
  ];
  return <p class="hint">{details.join(' · ')}</p>;
};
