/** Sends what went well: a long list in pieces, so that beside its appointments there is never the text of them all. */
import { pipeline, Readable } from 'node:stream';
import type { Response } from 'express';
import type { ConnectorResult } from '../connectors/connector';

const APPOINTMENTS_IN_A_PIECE = 250;

type List = Extract<ConnectorResult, { readonly appointments: unknown }>;

const piecesOf = function* ({ appointments, ...rest }: List): Generator<string> {
  yield `${JSON.stringify(rest).slice(0, -1)},"appointments":[`;
  for (let start = 0; start < appointments.length; start += APPOINTMENTS_IN_A_PIECE) {
    const piece = appointments.slice(start, start + APPOINTMENTS_IN_A_PIECE);
    yield (start === 0 ? '' : ',') + JSON.stringify(piece).slice(1, -1);
  }
  yield ']}';
};

/** As fast as the caller takes it. */
export const sendResult = (response: Response, result: ConnectorResult): void => {
  if (!('appointments' in result) || result.appointments.length <= APPOINTMENTS_IN_A_PIECE) {
    response.json(result);
    return;
  }
  response.type('json');
  // It fails only where the caller is gone, and then there is nobody to be told.
  pipeline(Readable.from(piecesOf(result)), response, () => undefined);
};
