/** Says what came of the last action, and is heard by screen readers: the regions are there before there is a text. */
import { FailureStep } from './failure-message';
import { useActions, useConsole } from './use-console';

export const NoticeBar = () => {
  const notice = useConsole((state) => state.notice);
  const actions = useActions();
  const retry = notice?.retry;
  const again = retry
    ? (): void => {
        actions.dismissNotice();
        retry();
      }
    : undefined;
  const box = notice && (
    <div class={`notice notice-${notice.tone}`}>
      <p>{notice.text}</p>
      <div class="row">
        {notice.failure ? <FailureStep failure={notice.failure} onRetry={again} /> : null}
        {again && !notice.failure ? (
          <button type="button" class="button" onClick={again}>
            Try again
          </button>
        ) : null}
        <button type="button" class="button quiet" onClick={actions.dismissNotice}>
          Dismiss
        </button>
      </div>
    </div>
  );
  const isFailure = notice?.tone === 'failed';
  return (
    <>
      <div role="status">{isFailure ? null : box}</div>
      <div role="alert">{isFailure ? box : null}</div>
    </>
  );
};
