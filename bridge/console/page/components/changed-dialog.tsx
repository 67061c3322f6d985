/** Somebody changed the appointment that was to be confirmed or cancelled: both versions, and the choice. */
import type { Appointment } from '../../../../src/contract/appointment.schema';
import { compareAppointments } from '../edit/compare-versions';
import type { AppointmentAction } from '../state/console-state';
import { ComparedFields } from './compared-fields';
import { Dialog } from './dialog';
import { useActions, useConsole } from './use-console';

const anywayTexts = {
  confirm: 'Confirm it as it now is',
  cancel: 'Cancel it anyway',
  refresh: 'Refresh',
} as const;

interface ChangedDialogProps {
  readonly action: AppointmentAction;
  readonly seen: Appointment;
  readonly theirs: Appointment;
}

export const ChangedDialog = ({ action, seen, theirs }: ChangedDialogProps) => {
  const viewerZone = useConsole((state) => state.viewerZone);
  const isPending = useConsole((state) => state.pending[seen.id] !== undefined);
  const actions = useActions();
  const fields = compareAppointments(seen, theirs, viewerZone);
  return (
    <Dialog
      title="It was changed meanwhile"
      fallbackFocusId={`appointment-${seen.id}`}
      onClose={actions.closeDialog}
    >
      <p>
        Somebody else has changed <strong>{seen.title}</strong> since you saw it, so nothing was done.
      </p>
      {fields.length === 0 ? (
        <p>What changed is not shown here.</p>
      ) : (
        <ComparedFields caption="What changed" mineLabel="You saw" theirsLabel="It now is" fields={fields} />
      )}
      <div class="row dialog-foot">
        <button
          type="button"
          class="button"
          autofocus
          onClick={() => {
            actions.acceptChange(theirs);
          }}
        >
          Leave it as it is
        </button>
        <button
          type="button"
          class="button primary"
          aria-disabled={isPending}
          onClick={() => !isPending && void actions.act(theirs, action)}
        >
          {anywayTexts[action]}
        </button>
      </div>
    </Dialog>
  );
};
