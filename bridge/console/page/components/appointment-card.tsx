/** One appointment as App Connect's Event tab shows it: when, what, with whom, and what can be done. */
import type { Appointment } from '../../../../src/contract/appointment.schema';
import type { PlacedAppointment } from '../calendar/placed-appointment';
import { currentPlatform, type AppointmentAction } from '../state/console-state';
import { AppointmentTimes, TimeDetails } from './appointment-times';
import { AttendeeList } from './attendee-list';
import { keepFocusAt } from './keep-focus-at';
import { StatusChip } from './status-chip';
import { useActions, useConsole } from './use-console';

const working = { confirm: 'Confirming…', cancel: 'Cancelling…', refresh: 'Refreshing…' } as const;

interface CardButtonProps {
  readonly appointment: Appointment;
  readonly label: string;
  readonly isWaiting: boolean;
  readonly onClick: () => void;
}

/** Stays in the order of the keyboard while it waits: a disabled button would lose the focus. */
const CardButton = ({ appointment, label, isWaiting, onClick }: CardButtonProps) => (
  <button
    type="button"
    class="button quiet"
    aria-label={`${label} ${appointment.title}`}
    aria-disabled={isWaiting}
    onClick={() => !isWaiting && onClick()}
  >
    {label}
  </button>
);

const CardActions = ({
  appointment,
  titleId,
}: {
  readonly appointment: Appointment;
  readonly titleId: string;
}) => {
  const actions = useActions();
  const pending = useConsole((state) => state.pending[appointment.id]);
  const capabilities = useConsole((state) => currentPlatform(state)?.capabilities);
  const { status, id } = appointment;
  const isCancelled = status === 'cancelled';
  const isOpen = status === 'scheduled' || status === 'tentative';
  const shared = { appointment, isWaiting: pending !== undefined };
  const act = (action: AppointmentAction) => () => {
    void actions.act(appointment, action).then(() => {
      keepFocusAt(titleId);
    });
  };
  return (
    <div class="row actions">
      {capabilities?.canConfirm && isOpen ? (
        <CardButton {...shared} label="Confirm" onClick={act('confirm')} />
      ) : null}
      {isCancelled && capabilities?.cancel !== 'status' ? null : (
        <CardButton
          {...shared}
          label="Edit"
          onClick={() => {
            actions.form.open(appointment);
          }}
        />
      )}
      <CardButton {...shared} label="Refresh" onClick={act('refresh')} />
      {isCancelled ? null : (
        <CardButton
          {...shared}
          label="Cancel"
          onClick={() => {
            actions.openDialog({ kind: 'cancel', appointmentId: id, failure: undefined });
          }}
        />
      )}
      <span class="hint" role="status">
        {pending ? working[pending] : ''}
      </span>
    </div>
  );
};

interface AppointmentCardProps {
  readonly placed: PlacedAppointment;
  /** Of the title; unique on the page. */
  readonly titleId: string;
}

export const AppointmentCard = ({ placed, titleId }: AppointmentCardProps) => {
  const viewerZone = useConsole((state) => state.viewerZone);
  const { appointment } = placed;
  const { title, location, description, status, attendees } = appointment;
  return (
    <article class={`card appointment status-${status}`} aria-labelledby={titleId}>
      <AppointmentTimes placed={placed} viewerZone={viewerZone} />
      <TimeDetails placed={placed} viewerZone={viewerZone} />
      <StatusChip status={status} />
      <div class="card-what">
        <h3 id={titleId} tabIndex={-1}>
          {title}
        </h3>
        {location === '' ? null : <p class="location">{location}</p>}
        <AttendeeList attendees={attendees} />
        {description.trim() === '' || description === title ? null : (
          <details>
            <summary>Notes</summary>
            <p class="prose">{description}</p>
          </details>
        )}
      </div>
      <CardActions appointment={appointment} titleId={titleId} />
    </article>
  );
};
