/** Turns bodies into a RESTlet's input and its result into a body, by Content-Type (help page section_4619215993). */
import { RestletError } from './restlet-error';
import { isRestletResponse } from './runtime/modules/restlet-module';
import type { NetSuiteSwitches } from './switches';

const payloadTypes = ['application/json', 'application/xml', 'text/plain'] as const;
type PayloadType = (typeof payloadTypes)[number];

/** 10 MB per string in and out (help page section_N3352288). */
export const maximumPayloadBytes = 10 * 1024 * 1024;

/** Content types are compared case by case; parameters such as charset do not count. */
export function payloadTypeOf(contentType: string | undefined): PayloadType | undefined {
  const type = contentType?.split(';')[0]?.trim();
  return payloadTypes.find((known) => known === type);
}

/**
 * @param body `undefined` when the request had none.
 * @throws RestletError 415 for a body of no known type, 400 for JSON that cannot be read.
 */
export function restletInput(body: Buffer | undefined, contentType: string | undefined): unknown {
  const type = payloadTypeOf(contentType);
  if (body === undefined || body.length === 0) return type === 'application/json' ? {} : '';
  if (type === undefined) {
    throw new RestletError(
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'Content-Type must be application/json or text/plain.',
    );
  }
  const text = body.toString('utf8');
  if (type !== 'application/json') return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new RestletError(400, 'UNEXPECTED_ERROR', 'SyntaxError: the request body is not JSON.');
  }
}

const wrongFormat = (message: string): RestletError =>
  new RestletError(400, 'INVALID_RETURN_DATA_FORMAT', message);

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    throw wrongFormat('The returned object cannot be written as JSON.');
  }
}

function toText(value: unknown, objectAsPlainText: NetSuiteSwitches['objectAsPlainText']): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (objectAsPlainText === 'refuse') {
    throw wrongFormat('A response of Content-Type text/plain must be a string.');
  }
  return toJson(value);
}

function inTypeOf(
  value: unknown,
  type: PayloadType,
  objectAsPlainText: NetSuiteSwitches['objectAsPlainText'],
): { readonly contentType: string; readonly body: string } {
  if (type === 'application/json') return { contentType: type, body: toJson(value) };
  if (type === 'application/xml' && typeof value !== 'string') {
    throw wrongFormat('A response of Content-Type application/xml must be a string.');
  }
  return { contentType: type, body: toText(value, objectAsPlainText) };
}

/**
 * The answer has the type of the request, plain text without one, or what the script chose with
 * `restlet.createResponse` (section_0618021129).
 *
 * @throws RestletError 400 for a result that does not fit the type or is too long.
 */
export function restletAnswer(
  value: unknown,
  type: PayloadType | undefined,
  objectAsPlainText: NetSuiteSwitches['objectAsPlainText'],
): { readonly contentType: string; readonly body: string } {
  const answer = isRestletResponse(value)
    ? { contentType: value.contentType, body: value.content }
    : inTypeOf(value, type ?? 'text/plain', objectAsPlainText);
  if (Buffer.byteLength(answer.body) > maximumPayloadBytes) {
    throw new RestletError(400, 'SSS_FILE_CONTENT_SIZE_EXCEEDED', 'The response is larger than 10 MB.');
  }
  return answer;
}
