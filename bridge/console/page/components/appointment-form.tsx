/** Creates and edits an appointment. Its text stays until it is saved or thrown away. */
import { useEffect, useRef } from 'preact/hooks';
import { appointmentStatuses } from '../../../../src/contract/appointment-status';
import { currentPlatform, type OpenForm } from '../state/console-state';
import { AttendeePicker } from './attendee-picker';
import { Dialog } from './dialog';
import { FormField } from './form-field';
import { FormProblemBox } from './form-problem';
import { statusTexts } from './status-chip';
import { TimeFields } from './time-fields';
import { useActions, useConsole } from './use-console';

interface FormProps {
  readonly form: OpenForm;
}

const StatusField = ({ form }: FormProps) => {
  const actions = useActions();
  const kept = useConsole((state) => currentPlatform(state)?.capabilities.statuses) ?? [];
  // Cancelling is a step of its own, with a question; here it is only kept.
  const choices = appointmentStatuses.filter(
    (status) => status === form.values.status || (kept.includes(status) && status !== 'cancelled'),
  );
  if (choices.length < 2) return null;
  return (
    <FormField id="form-status" label="Status" issue={form.issues.status}>
      {(field) => (
        <select
          {...field}
          value={form.values.status}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            const status = choices.find((choice) => choice === chosen);
            if (status) actions.form.change({ status });
          }}
        >
          {choices.map((status) => (
            <option key={status} value={status}>
              {statusTexts[status]}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
};

const DetailFields = ({ form }: FormProps) => {
  const actions = useActions();
  const hasLocation = useConsole((state) => currentPlatform(state)?.capabilities.location === true);
  const { values, issues } = form;
  return (
    <>
      {hasLocation ? (
        <FormField id="form-location" label="Location" issue={issues.location}>
          {(field) => (
            <input
              {...field}
              type="text"
              value={values.location}
              onInput={(event) => {
                actions.form.change({ location: event.currentTarget.value });
              }}
            />
          )}
        </FormField>
      ) : null}
      <StatusField form={form} />
      <FormField id="form-description" label="Description" issue={issues.description}>
        {(field) => (
          <textarea
            {...field}
            rows={4}
            value={values.description}
            onInput={(event) => {
              actions.form.change({ description: event.currentTarget.value });
            }}
          />
        )}
      </FormField>
    </>
  );
};

const RestoredNote = () => {
  const actions = useActions();
  return (
    <div class="notice notice-info">
      <p>What you typed before is still here.</p>
      <button type="button" class="button" onClick={actions.form.startOver}>
        Start over
      </button>
    </div>
  );
};

const FormFoot = ({ form }: FormProps) => {
  const actions = useActions();
  const label = form.base ? 'Save changes' : 'Create appointment';
  return (
    <div class="row dialog-foot">
      <button type="button" class="button" onClick={actions.closeDialog}>
        Close
      </button>
      {form.problem?.kind === 'conflict' ? null : (
        <button type="submit" class="button primary" aria-disabled={form.isSending}>
          {form.isSending ? 'Saving…' : label}
        </button>
      )}
    </div>
  );
};

export const AppointmentForm = ({ form }: FormProps) => {
  const actions = useActions();
  const element = useRef<HTMLFormElement>(null);
  const wasSubmitted = useRef(false);
  const { values, issues, base, problem } = form;
  useEffect(() => {
    if (wasSubmitted.current) element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    wasSubmitted.current = false;
  }, [issues]);
  useEffect(() => {
    element.current?.querySelector('.notice-failed')?.scrollIntoView({ block: 'end' });
  }, [problem]);
  return (
    <Dialog
      title={base ? 'Edit appointment' : 'New appointment'}
      fallbackFocusId={base ? `appointment-${base.id}` : 'page-heading'}
      onClose={actions.closeDialog}
    >
      <form
        ref={element}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          wasSubmitted.current = true;
          void actions.save();
        }}
      >
        {form.isRestored ? <RestoredNote /> : null}
        <FormField id="form-title" label="Title" issue={issues.title}>
          {(field) => (
            <input
              {...field}
              type="text"
              required
              autofocus
              value={values.title}
              onInput={(event) => {
                actions.form.change({ title: event.currentTarget.value });
              }}
            />
          )}
        </FormField>
        <TimeFields form={form} />
        <AttendeePicker people={values.people} issue={issues.people} />
        <DetailFields form={form} />
        <FormProblemBox form={form} />
        <FormFoot form={form} />
      </form>
    </Dialog>
  );
};
