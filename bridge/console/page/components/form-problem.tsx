/** What came of an attempt to save, where it was not simply saved. */
import { compareWithValues } from '../edit/compare-versions';
import type { FormProblem, OpenForm } from '../state/console-state';
import { ComparedFields } from './compared-fields';
import { FailureStep } from './failure-message';
import { useActions } from './use-console';

type Conflict = Extract<FormProblem, { readonly kind: 'conflict' }>;

const ConflictChoice = ({ form, problem }: { readonly form: OpenForm; readonly problem: Conflict }) => {
  const actions = useActions();
  return (
    <>
      <p>
        <strong>It was changed meanwhile.</strong> {problem.failure.message}
      </p>
      <ComparedFields
        caption="Your version and theirs"
        mineLabel="Mine"
        theirsLabel="Theirs"
        fields={compareWithValues(form.values, problem.theirs)}
      />
      <p class="hint">Keep mine saves what you changed, and leaves the rest as it now is.</p>
      <div class="row">
        <button type="button" class="button primary" onClick={() => void actions.keepMine()}>
          Keep mine
        </button>
        <button type="button" class="button" onClick={actions.takeTheirs}>
          Take theirs
        </button>
      </div>
    </>
  );
};

const ProblemBody = ({ form, problem }: { readonly form: OpenForm; readonly problem: FormProblem }) => {
  const actions = useActions();
  if (problem.kind === 'conflict') return <ConflictChoice form={form} problem={problem} />;
  return (
    <>
      <p>
        <strong>{problem.kind === 'partial' ? 'Only a part is saved.' : 'It is not saved.'}</strong>{' '}
        {problem.failure.message}
      </p>
      {problem.kind === 'partial' ? (
        <ComparedFields
          caption="What is saved and what is not"
          mineLabel="You asked for"
          theirsLabel="It now is"
          fields={problem.fields}
        />
      ) : null}
      <p class="hint">What you typed is still here.</p>
      <div class="row">
        <FailureStep failure={problem.failure} onRetry={() => void actions.save()} />
      </div>
    </>
  );
};

export const FormProblemBox = ({ form }: { readonly form: OpenForm }) => (
  <div role="alert">
    {form.problem ? (
      <div class="notice notice-failed">
        <ProblemBody form={form} problem={form.problem} />
      </div>
    ) : null}
  </div>
);
