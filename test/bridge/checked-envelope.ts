/** Reads an answer by the contract's schemas; a test that gets something else fails here. */
import type { z } from 'zod';
import {
  contactSearchResultSchema,
  failureResultSchema,
  listResultSchema,
  recordResultSchema,
  type ContactSearchResult,
  type FailureResult,
  type ListResult,
  type RecordResult,
} from '../../src/contract/result.schema';

const strictly = <Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>) => schema.strict();

export const failureIn = (body: unknown): FailureResult => strictly(failureResultSchema).parse(body);
export const listIn = (body: unknown): ListResult => strictly(listResultSchema).parse(body);
export const recordIn = (body: unknown): RecordResult => strictly(recordResultSchema).parse(body);
export const contactsIn = (body: unknown): ContactSearchResult =>
  strictly(contactSearchResultSchema).parse(body);
