/** How far the list is, and which of its days are missing: a failed part is never shown as an empty one. */
import { shortDayText } from '../calendar/shown-time';
import { FailureStep } from './failure-message';
import { useActions, useConsole } from './use-console';

const counted = (count: number): string => (count === 1 ? '1 appointment' : `${count} appointments`);

export const LoadProgress = () => {
  const parts = useConsole((state) => state.parts);
  const count = useConsole((state) => Object.keys(state.appointments).length);
  const isLoading = parts.some(({ status }) => status === 'waiting' || status === 'loading');
  const done = parts.filter(({ status }) => status === 'loaded' || status === 'failed').length;
  const isWhole = parts.length > 0 && parts.every(({ status }) => status === 'loaded');
  const text = isLoading
    ? `${done} of ${parts.length} parts loaded, ${counted(count)} so far`
    : `${counted(count)} loaded`;
  return (
    <div class="progress">
      <p role="status" class="hint">
        {isLoading || isWhole ? text : ''}
      </p>
      {isLoading ? <progress aria-label="Loading the list" max={parts.length} value={done} /> : null}
    </div>
  );
};

export const MissingParts = () => {
  const parts = useConsole((state) => state.parts);
  const actions = useActions();
  const failed = parts.filter(({ status }) => status === 'failed');
  const failure = failed[0]?.failure;
  const skipped = parts.reduce((sum, part) => sum + part.skipped, 0);
  return (
    <>
      <div role="alert">
        {failure ? (
          <div class="notice notice-failed">
            <p>
              <strong>Not everything is here.</strong> {failure.message}
            </p>
            <ul aria-label="Missing days">
              {failed.map(({ range }) => (
                <li key={range.startDate}>
                  {shortDayText(range.startDate)} to {shortDayText(range.endDate)} is missing
                </li>
              ))}
            </ul>
            <div class="row">
              <FailureStep failure={failure} onRetry={() => void actions.list.retry()} />
            </div>
          </div>
        ) : null}
      </div>
      {skipped > 0 ? (
        <p class="notice notice-info">
          {skipped === 1 ? '1 appointment' : `${skipped} appointments`} could not be read and{' '}
          {skipped === 1 ? 'is' : 'are'} missing here. Look in the CRM’s own calendar.
        </p>
      ) : null}
    </>
  );
};
