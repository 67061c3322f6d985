/** Asks before an appointment is cancelled, and says what that means in this CRM. */
import type { Failure } from '../api/answer';
import { placeAppointment } from '../calendar/placed-appointment';
import { shortDayText, spanText } from '../calendar/shown-time';
import { currentPlatform } from '../state/console-state';
import { Dialog } from './dialog';
import { FailureStep } from './failure-message';
import { useActions, useConsole } from './use-console';

const meanings = {
  status: (name: string) => `It stays in ${name}, marked as cancelled.`,
  'soft-delete': (name: string) => `It is hidden in ${name}, not erased.`,
  delete: (name: string) =>
    `${name} has no cancelled appointments: it is deleted there, and cannot be brought back.`,
} as const;

interface CancelDialogProps {
  readonly appointmentId: string;
  readonly failure: Failure | undefined;
}

export const CancelDialog = ({ appointmentId, failure }: CancelDialogProps) => {
  const appointment = useConsole((state) => state.appointments[appointmentId]);
  const platform = useConsole(currentPlatform);
  const viewerZone = useConsole((state) => state.viewerZone);
  const isPending = useConsole((state) => state.pending[appointmentId] !== undefined);
  const actions = useActions();
  if (!appointment || !platform) return null;
  const placed = placeAppointment(appointment, viewerZone);
  const cancel = (): void => void actions.act(appointment, 'cancel');
  return (
    <Dialog
      title="Cancel this appointment?"
      fallbackFocusId={`appointment-${appointmentId}`}
      onClose={actions.closeDialog}
    >
      <p>
        <strong>{appointment.title}</strong>, {shortDayText(placed.firstDay)}, {spanText(placed, viewerZone)}
      </p>
      <p>{meanings[platform.capabilities.cancel](platform.name)}</p>
      <div role="alert">
        {failure ? (
          <div class="notice notice-failed">
            <p>{failure.message}</p>
            <div class="row">
              <FailureStep failure={failure} onRetry={cancel} />
            </div>
          </div>
        ) : null}
      </div>
      <div class="row dialog-foot">
        <button type="button" class="button" autofocus onClick={actions.closeDialog}>
          Keep appointment
        </button>
        <button
          type="button"
          class="button danger"
          aria-disabled={isPending}
          onClick={() => !isPending && cancel()}
        >
          {isPending ? 'Cancelling…' : 'Cancel appointment'}
        </button>
      </div>
    </Dialog>
  );
};
