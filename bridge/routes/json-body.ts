/** Reads the JSON body of a request; none at all is fine, because confirming and cancelling send none. */
import express, { type Request, type Response } from 'express';
import { z } from 'zod';
import { RequestRefused } from './request-refused';

/** `strict: false` because the App Connect client posts `null` (app-connect.md §1.5). */
const parse = express.json({ limit: '256kb', strict: false, type: () => true });

/** What body-parser throws for a body of the caller's making (http-errors). */
const httpErrorSchema = z.object({ status: z.number().int().min(400).max(499), type: z.string().optional() });

const messagesByType: Readonly<Record<string, string>> = {
  'entity.too.large': 'The request is too large: 256 KB is the most.',
  'entity.parse.failed': 'The body is not valid JSON.',
  'encoding.unsupported': 'The body is compressed in a way that is not supported.',
  'charset.unsupported': 'Send the body as UTF-8.',
  'request.aborted': 'The request was broken off.',
};

/** zlib's errors have no type. */
const UNREADABLE = 'The body cannot be read: it is not what its headers say.';

const refusalOf = (error: unknown): unknown => {
  const known = httpErrorSchema.safeParse(error).data;
  return known ? new RequestRefused(known.status, messagesByType[known.type ?? ''] ?? UNREADABLE) : error;
};

/** More than anybody means: what is nested deeper cannot be written as JSON again without ending the stack. */
const MAX_LEVELS = 100;

const isNestedWithin = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((member) => isNestedWithin(member, levels - 1)));

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * The parsed body; undefined for none.
 * @throws RequestRefused for another type than JSON, and for a body that is too large, broken or nested too deep
 */
export const readJsonBody = async (request: Request, response: Response): Promise<unknown> => {
  if (!hasBody(request)) return undefined;
  if (!request.is(['json', '+json'])) {
    throw new RequestRefused(415, 'Send the body as JSON, with Content-Type: application/json.');
  }
  await new Promise<void>((resolve, reject) => {
    parse(request, response, (error?: unknown) =>
      error === undefined ? resolve() : reject(refusalOf(error)),
    );
  });
  const body: unknown = request.body;
  if (!isNestedWithin(body, MAX_LEVELS)) {
    throw new RequestRefused(400, `The body is nested too deep: ${MAX_LEVELS} levels are the most.`);
  }
  return body;
};
