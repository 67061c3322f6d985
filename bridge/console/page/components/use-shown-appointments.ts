/** The loaded appointments that the tab and the filter let through, placed in the viewer's days. */
import { useMemo } from 'preact/hooks';
import { shownAppointments } from '../calendar/filter-appointments';
import { placeAppointment, type PlacedAppointment } from '../calendar/placed-appointment';
import { useConsole } from './use-console';

export const useShownAppointments = (): readonly PlacedAppointment[] => {
  const appointments = useConsole((state) => state.appointments);
  const view = useConsole((state) => state.view);
  const filter = useConsole((state) => state.filter);
  const nowMs = useConsole((state) => state.nowMs);
  const viewerZone = useConsole((state) => state.viewerZone);
  return useMemo(
    () =>
      shownAppointments(Object.values(appointments), { view, filter, nowMs }).map((appointment) =>
        placeAppointment(appointment, viewerZone),
      ),
    [appointments, view, filter, nowMs, viewerZone],
  );
};
