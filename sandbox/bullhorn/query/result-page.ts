/** Cuts a result into pages: 20 rows when nothing is said, never more than 500, and a message instead of an error. */
import { badRequest, type ResponseMessage } from '../bullhorn-error';

const defaultCount = 20;
/** docs say it of /myentities; the SDK has it as MAX_RECORDS_TO_RETURN_IN_ONE_PULL. */
const maximumCount = 500;

export interface ResultPage<T> {
  readonly start: number;
  readonly rows: readonly T[];
  readonly messages: readonly ResponseMessage[];
}

/** @throws BullhornError 400 when it is not a whole number from 0. */
export function numberParameter(parameters: URLSearchParams, name: string): number | undefined {
  const text = parameters.get(name);
  if (text === null || text === '') return undefined;
  if (!/^\d+$/.test(text)) throw badRequest(`Parameter '${name}' must be a whole number.`);
  return Number(text);
}

export function countMessage(maximum: number): ResponseMessage {
  return {
    detailMessage: `You have specified too many items; the maximum count is ${maximum}.`,
    severity: 'WARNING',
    type: 'COUNT_TOO_LARGE',
  };
}

/**
 * @param cap rows a page of this selection has at most. Only a count above the documented maximum is told in a
 *   message: what was seen of lower caps was silent.
 */
export function resultPage<T>(
  rows: readonly T[],
  parameters: URLSearchParams,
  cap: number = maximumCount,
): ResultPage<T> {
  const start = numberParameter(parameters, 'start') ?? 0;
  const count = numberParameter(parameters, 'count') ?? defaultCount;
  return {
    start,
    rows: rows.slice(start, start + Math.min(count, cap, maximumCount)),
    messages: count > maximumCount ? [countMessage(maximumCount)] : [],
  };
}
