/** Shows the dialog that is open; there is never more than one. */
import { useConsole } from './use-console';
import { AppointmentForm } from './appointment-form';
import { CancelDialog } from './cancel-dialog';
import { ChangedDialog } from './changed-dialog';
import { DetailsDialog } from './details-dialog';

export const Dialogs = () => {
  const dialog = useConsole((state) => state.dialog);
  switch (dialog?.kind) {
    case 'form':
      return <AppointmentForm form={dialog.form} />;
    case 'details':
      return <DetailsDialog appointmentId={dialog.appointmentId} />;
    case 'cancel':
      return <CancelDialog appointmentId={dialog.appointmentId} failure={dialog.failure} />;
    case 'changed':
      return <ChangedDialog {...dialog} />;
    default:
      return null;
  }
};
