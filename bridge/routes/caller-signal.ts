/** Ends the reading that nobody waits for any more. */
import type { Response } from 'express';

/** Aborts when the caller goes before the answer is out. Never for a write: it would leave unknown what was saved. */
export const callerSignal = (response: Response): AbortSignal => {
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
};
