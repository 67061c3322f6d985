/** A failure in words, with what can be done about it as a button. */
import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../api/answer';
import { nextStepOf } from '../api/next-step';
import { useActions } from './use-console';

const SECOND_MS = 1000;

/** Counts down; the button works when it is over. */
const RetryButton = ({ label, waitMs, onRetry }: { label: string; waitMs: number; onRetry: () => void }) => {
  const [secondsLeft, setSecondsLeft] = useState(Math.ceil(waitMs / SECOND_MS));
  useEffect(() => {
    if (secondsLeft <= 0) return undefined;
    const timer = setTimeout(() => {
      setSecondsLeft(secondsLeft - 1);
    }, SECOND_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [secondsLeft]);
  const isWaiting = secondsLeft > 0;
  return (
    <button type="button" class="button" aria-disabled={isWaiting} onClick={() => !isWaiting && onRetry()}>
      {isWaiting ? `${label} in ${secondsLeft} s` : label}
    </button>
  );
};

interface FailureStepProps {
  readonly failure: Failure;
  readonly onRetry?: (() => void) | undefined;
}

export const FailureStep = ({ failure, onRetry }: FailureStepProps) => {
  const actions = useActions();
  const step = nextStepOf(failure);
  if (step.kind === 'connect') {
    return (
      <button type="button" class="button" onClick={() => void actions.connect()}>
        Connect again
      </button>
    );
  }
  if (step.kind === 'reload') {
    const reload = (): void => {
      actions.closeDialog();
      actions.dismissNotice();
      void actions.list.load({ keepShown: true });
    };
    return (
      <button type="button" class="button" onClick={reload}>
        Refresh the list
      </button>
    );
  }
  return step.kind === 'retry' && onRetry ? (
    <RetryButton key={failure.message} label={step.label} waitMs={step.waitMs} onRetry={onRetry} />
  ) : null;
};
