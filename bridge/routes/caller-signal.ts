/** Ends the reading that nobody waits for any more. */
import type { Response } from 'express';

/** Aborts when the caller goes before the answer is out. Never for a write: it would leave unknown what was saved. */
export const callerSignal = (response: Response): AbortSignal => {
  const gone = new AbortController();
  const onClose = (): void => {
    if (!response.writableFinished) gone.abort();
  };
  // Gone already, while it was found out who it is: then there is no event any more.
  if (response.closed) onClose();
  else response.on('close', onClose);
  return gone.signal;
};
