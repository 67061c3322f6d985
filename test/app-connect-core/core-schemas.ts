/** The response schemas of the real `@app-connect/core`, by which it and its clients judge an answer. */
import { createRequire } from 'node:module';
import { z } from 'zod';

/** Core brings its own copy of zod: all that counts of a schema is that it parses. */
const foreignSchema = z.custom<{ parse(value: unknown): unknown }>(
  (value) => typeof value === 'object' && value !== null && 'parse' in value,
);

const contractsSchema = z.object({
  AppointmentListResponseSchema: foreignSchema,
  AppointmentCreateResponseSchema: foreignSchema,
  AppointmentRecordResponseSchema: foreignSchema,
  AppointmentActionResponseSchema: foreignSchema,
});

const requireHere = createRequire(__filename);

const contracts = contractsSchema.parse(requireHere('@app-connect/core/contracts/index'));

export const coreSchemas = {
  list: contracts.AppointmentListResponseSchema,
  create: contracts.AppointmentCreateResponseSchema,
  record: contracts.AppointmentRecordResponseSchema,
  action: contracts.AppointmentActionResponseSchema,
};
