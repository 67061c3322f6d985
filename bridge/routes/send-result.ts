/** Sends what went well: a longer list in pieces, because one text of it all would take V8 twice as long. */
import { pipeline, Readable } from 'node:stream';
import type { Response } from 'express';
import type { ConnectorResult } from '../connectors/connector';

/** Shorter lists are sent at once, with their length. */
const SENT_AT_ONCE = 250;
/**
 * The text of so many is some 50 KB, twice that where it has other letters than Latin ones. V8 keeps texts from 128 KB on
 * apart, and to make them and to encode them takes it twice as long.
 */
const APPOINTMENTS_IN_A_PIECE = 50;

/**
 * Of a list of so many all pieces are made at once: as bytes they take less room than the appointments, which can go. Of a
 * longer one each is made when the one before is on its way.
 */
const MADE_TOGETHER = 2_500;

const COMMA = ','.charCodeAt(0);

type List = Extract<ConnectorResult, { readonly appointments: unknown }>;

/** The list's opening bracket, or the comma after the piece before, and the appointments. */
const pieceOf = (appointments: List['appointments'], start: number): Buffer => {
  const array = Buffer.from(JSON.stringify(appointments.slice(start, start + APPOINTMENTS_IN_A_PIECE)));
  if (start > 0) array[0] = COMMA;
  return array.subarray(0, -1);
};

const piecesOf = function* ({ appointments, ...rest }: List): Generator<Buffer> {
  yield Buffer.from(`${JSON.stringify(rest).slice(0, -1)},"appointments":`);
  for (let start = 0; start < appointments.length; start += APPOINTMENTS_IN_A_PIECE) {
    yield pieceOf(appointments, start);
  }
  yield Buffer.from(']}');
};

/** As fast as the caller takes it. */
export const sendResult = (response: Response, result: ConnectorResult): void => {
  if (!('appointments' in result) || result.appointments.length <= SENT_AT_ONCE) {
    response.json(result);
    return;
  }
  response.type('json');
  if (result.appointments.length <= MADE_TOGETHER) {
    response.end(Buffer.concat([...piecesOf(result)]));
    return;
  }
  // It fails only where the caller is gone, and then there is nobody to be told.
  pipeline(Readable.from(piecesOf(result)), response, () => undefined);
};
