/** Gives a request its turn at a long list, until its answer is out. */
import { hash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { OperationName } from '../../src/contract/operations';
import { createLongLists, type LongListCaller } from '../connectors/long-lists';
import type { ConnectorCall } from '../connectors/connector';

/** Of the process: it has one memory. */
const longLists = createLongLists();

export interface ListCaller extends Omit<LongListCaller, 'list'> {
  readonly operation: OperationName;
  /** Of whom the list is: the same text for the same user. */
  readonly user: string;
}

/** @returns undefined for an operation that lists no appointments */
export const longListTurn = (
  { url }: Request,
  response: Response,
  { operation, user, ...caller }: ListCaller,
): ConnectorCall['longListTurn'] => {
  if (operation !== 'listAppointments') return undefined;
  // Not the address itself: older clients have their token in it.
  const turn = longLists.turnFor({ ...caller, list: hash('sha256', `${user} ${url}`) });
  if (response.closed) turn.giveBack();
  else response.on('close', turn.giveBack);
  return turn;
};
