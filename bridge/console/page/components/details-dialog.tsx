/** The card of an appointment that was chosen in the week. */
import { placeAppointment } from '../calendar/placed-appointment';
import { dayHeading } from '../calendar/shown-time';
import { todayOf } from '../state/console-state';
import { AppointmentCard } from './appointment-card';
import { Dialog } from './dialog';
import { useActions, useConsole } from './use-console';

export const DetailsDialog = ({ appointmentId }: { readonly appointmentId: string }) => {
  const appointment = useConsole((state) => state.appointments[appointmentId]);
  const viewerZone = useConsole((state) => state.viewerZone);
  const today = useConsole(todayOf);
  const actions = useActions();
  if (!appointment) return null;
  const placed = placeAppointment(appointment, viewerZone);
  return (
    <Dialog
      title={dayHeading(placed.firstDay, today)}
      fallbackFocusId={`appointment-${appointmentId}`}
      onClose={actions.closeDialog}
    >
      <AppointmentCard placed={placed} titleId={`details-${appointmentId}`} />
    </Dialog>
  );
};
