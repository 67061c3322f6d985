/** The version of an appointment as HTTP says it: `ETag` in an answer, `If-Match` in a request (RFC 9110 §8.8.3, §13.1.1). */
import type { Request, Response } from 'express';
import { AppointmentError } from '../../src/contract/failure';
import { opaqueVersion } from '../../src/contract/required-version';
import type { ConnectorResult } from '../connectors/connector';

/** The characters that a tag may have, but for a comma: it would part a list where nobody wrote quotes. */
const TAG = /^[\x21\x23-\x2b\x2d-\x7e]+$/;

/**
 * The version that the caller asks for; undefined for none and for `*`, which is any.
 * @throws AppointmentError invalid_request for a list of versions, or for what is no version
 */
export const readIfMatch = (request: Request): string | undefined => {
  const header = request.get('if-match')?.trim();
  if (header === undefined || header === '*') return undefined;
  const version = opaqueVersion(header);
  if (TAG.test(version)) return version;
  const message = 'must be the version of an appointment in quotes, or *';
  throw new AppointmentError('invalid_request', `If-Match ${message}.`, {
    details: { issues: [{ path: 'If-Match', message }] },
  });
};

/** Of an answer with one appointment, as far as its version is known. */
export const setEntityTag = (response: Response, result: ConnectorResult): void => {
  const version = 'appointment' in result ? opaqueVersion(result.appointment?.version ?? '') : '';
  if (TAG.test(version)) response.set('ETag', `"${version}"`);
};
