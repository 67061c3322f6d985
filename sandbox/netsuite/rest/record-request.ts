/** Reads the parts of a REST Record API request that are not the record: URL, parameters, headers and the JSON body. */
import type { Request } from 'express';

import { isJsonObject, type JsonObject } from '../../core/json-value';
import { unknownPropertyNames } from './calendar-event-body';
import { invalidContent, invalidParameter, RecordApiError } from './record-api-error';

export const recordsPath = '/services/rest/record/v1';

const sublistNames = ['attendee', 'resource', 'timeItem'];

export function parametersOf(request: Request): URLSearchParams {
  return new URL(request.originalUrl, 'http://record').searchParams;
}

/** With the host that was asked, so that links and Location work wherever the sandbox listens. */
export function recordsUrlOf(request: Request): string {
  return `${request.protocol}://${request.host}${recordsPath}`;
}

/** @throws RecordApiError 400 for a sublist the record does not have. */
export function replacesAttendees(request: Request): boolean {
  const names = (parametersOf(request).get('replace') ?? '').split(',').filter((name) => name !== '');
  const unknownName = names.find((name) => !sublistNames.includes(name));
  if (unknownName !== undefined) throw invalidParameter(`There is no sublist '${unknownName}'.`, 'replace');
  return names.includes('attendee');
}

/** @throws RecordApiError 415 for another Content-Type, 400 for what is not a JSON object. */
export function jsonBodyOf(request: Request): JsonObject {
  if (!/^application\/(?:vnd\.oracle\.resource\+)?json\b/.test(request.headers['content-type'] ?? '')) {
    throw new RecordApiError(415, 'INVALID_HEADER', 'Content-Type must be application/json.', {
      'o:errorHeader': 'Content-Type',
    });
  }
  const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new RecordApiError(400, 'INVALID_CONTENT', 'The request body is not JSON.');
  }
  if (!isJsonObject(body))
    throw new RecordApiError(400, 'INVALID_CONTENT', 'The request body is not an object.');
  return body;
}

/**
 * What `X-NetSuite-PropertyNameValidation` asks for: unknown names are refused (`Error`), reported (`Warning`, the
 * default) or passed over (`Ignore`).
 *
 * @returns the warning to send along, if there is one. Its header is inferred: no page shows it.
 * @throws RecordApiError 400
 */
export function checkPropertyNames(request: Request, body: JsonObject): string | undefined {
  const header = 'X-NetSuite-PropertyNameValidation';
  const mode = (request.get(header) ?? 'Warning').toLowerCase();
  if (!['error', 'warning', 'ignore'].includes(mode)) {
    throw new RecordApiError(400, 'INVALID_HEADER', `${header} is Error, Warning or Ignore.`, {
      'o:errorHeader': header,
    });
  }
  const [unknownName] = unknownPropertyNames(body);
  if (unknownName === undefined || mode === 'ignore') return undefined;
  if (mode === 'error') throw invalidContent(`Unknown property '${unknownName}'.`, unknownName);
  return `199 - "Unknown property ${JSON.stringify(unknownName).replace(/["\\]|[^\x20-\x7e]/g, '')}"`;
}
