/** When an appointment is: in the viewer's zone, and beside it in that of the CRM user where that shows another time. */
import { placeAppointment, type PlacedAppointment } from '../calendar/placed-appointment';
import { durationText, shortDayText, showsOtherTime, spanText, zoneName } from '../calendar/shown-time';
import { currentPlatform } from '../state/console-state';
import { useConsole } from './use-console';

interface AppointmentTimesProps {
  readonly placed: PlacedAppointment;
  readonly viewerZone: string;
}

/** `Mon 23 Nov, 18:00 – 18:30 in Berlin`; the day only where it is another one. */
const crmTimesText = ({ appointment, firstDay }: PlacedAppointment, crmZone: string): string => {
  const there = placeAppointment(appointment, crmZone);
  const day = there.firstDay === firstDay ? '' : `${shortDayText(there.firstDay)}, `;
  return `${day}${spanText(there, crmZone)} in ${zoneName(crmZone)}`;
};

export const AppointmentTimes = ({ placed, viewerZone }: AppointmentTimesProps) => (
  <p class="times">
    <time dateTime={placed.appointment.startTimeUtc}>{spanText(placed, viewerZone)}</time>
  </p>
);

/** How long it is, and the CRM user's time where that is another one. A CRM that names no zone has none to show. */
export const TimeDetails = ({ placed, viewerZone }: AppointmentTimesProps) => {
  const crmZone = useConsole((state) => currentPlatform(state)?.user?.timeZone ?? '');
  const { appointment, startMs } = placed;
  if (appointment.isAllDay) return null;
  const isOther = crmZone !== '' && showsOtherTime(startMs, viewerZone, crmZone);
  return (
    <p class="hint time-details">
      {durationText(appointment.durationMinutes)}
      {isOther ? <span class="dot"> · </span> : null}
      {isOther ? <span>{crmTimesText(placed, crmZone)}</span> : null}
    </p>
  );
};
