/** Gives a request its turn at a long list, until its answer is out. */
import type { Response } from 'express';
import { createLongLists, type LongListCaller } from '../connectors/long-lists';
import type { ConnectorCall } from '../connectors/connector';

/** Of the process: it has one memory. */
const longLists = createLongLists();

export const longListTurn = (response: Response, caller: LongListCaller): ConnectorCall['longListTurn'] => {
  const turn = longLists.turnFor(caller);
  if (response.closed) turn.giveBack();
  else response.on('close', turn.giveBack);
  return turn;
};
