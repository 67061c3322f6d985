/** The envelopes of every answer; supersets of App Connect's response schemas. */
import { z } from 'zod';
import { appointmentSchema, contactSchema } from './appointment.schema';
import { failureKinds } from './failure';

export const returnMessageSchema = z.object({
  message: z.string(),
  messageType: z.enum(['success', 'info', 'warning', 'danger', 'error']),
  ttl: z.number().int().min(0).describe('How long to show it, in milliseconds.'),
});

export const failureResultSchema = z
  .object({
    successful: z.literal(false),
    returnMessage: returnMessageSchema,
    errorCode: z.enum(Object.keys(failureKinds)),
    retryable: z.boolean().describe('Would the same request succeed later?'),
    retryAfterMs: z.number().optional(),
    appointmentId: z.string().optional(),
    appointment: appointmentSchema
      .optional()
      .describe('As it now is in the CRM, after a write done in part or a conflict.'),
    error: z.string().optional().describe('Headline for a malformed request, as App Connect words it.'),
    details: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .describe('The operation failed. There is no list, and nothing is hidden behind an empty one.');

export const listResultSchema = z.object({
  successful: z.literal(true),
  appointments: z.array(appointmentSchema),
  returnMessage: returnMessageSchema.optional(),
  skipped: z.number().int().optional().describe('Rows of the CRM that could not be read; absent when none.'),
});

export const recordResultSchema = z.object({
  successful: z.literal(true),
  appointmentId: z.string(),
  appointment: appointmentSchema,
  returnMessage: returnMessageSchema.optional(),
});

export const contactSearchResultSchema = z.object({
  successful: z.literal(true),
  contact: z.array(contactSchema),
  returnMessage: returnMessageSchema.optional(),
});

export type ReturnMessage = z.infer<typeof returnMessageSchema>;
export type FailureResult = z.infer<typeof failureResultSchema>;
export type ListResult = z.infer<typeof listResultSchema>;
export type RecordResult = z.infer<typeof recordResultSchema>;
export type ContactSearchResult = z.infer<typeof contactSearchResultSchema>;
