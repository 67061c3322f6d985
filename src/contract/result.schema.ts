/** The envelopes of every answer; supersets of App Connect's response schemas. */
import { z } from 'zod';
import { appointmentSchema, contactSchema } from './appointment.schema';
import { failureKinds } from './failure';

export const returnMessageSchema = z
  .object({
    message: z.string().describe('Complete sentences: what happened, and what to do next.'),
    messageType: z.enum(['success', 'info', 'warning', 'danger', 'error']).describe('How to show it.'),
    ttl: z.number().int().min(0).describe('How long to show it, in milliseconds.'),
  })
  .describe('A message for the person at the screen.');

const fieldIssueSchema = z
  .object({
    path: z.string().describe('Where in the request, like `contacts.0.id`; empty for the whole of it.'),
    message: z.string().describe('What is wrong there.'),
  })
  .describe('A complaint about one field of the request.');

export const failureResultSchema = z
  .object({
    successful: z.literal(false).describe('Always false.'),
    returnMessage: returnMessageSchema,
    errorCode: z.enum(Object.keys(failureKinds)).describe('What kind of failure it is.'),
    retryable: z.boolean().describe('Would the same request succeed later?'),
    retryAfterMs: z.number().optional().describe('How long to wait before, in milliseconds.'),
    httpStatus: z
      .number()
      .int()
      .optional()
      .describe('Status for servers where it is not that of the errorCode: 401, 404, 412, 413, 415, 422.'),
    appointmentId: z.string().optional().describe('Id of the appointment that the request named.'),
    appointment: appointmentSchema
      .optional()
      .describe('As it now is in the CRM, after a write done in part or a conflict.'),
    error: z.string().optional().describe('Headline for a malformed request, as App Connect words it.'),
    details: z.array(fieldIssueSchema).optional().describe('Which parts of the request are wrong.'),
  })
  .describe('The operation failed. There is no list, and nothing is hidden behind an empty one.');

/** The one failure in which the client signs its user out of the CRM (app-connect.md §1.1). */
export const sessionRevokedSchema = failureResultSchema
  .extend({
    errorCode: z.literal('CRM_SESSION_REVOKED').describe('Tells the client to sign its user out.'),
  })
  .describe('The CRM refuses the credential: the user has to sign in again.');

const succeeded = z.literal(true).describe('Always true.');

export const listResultSchema = z
  .object({
    successful: succeeded,
    appointments: z.array(appointmentSchema).describe('By start, ascending; descending for range=past.'),
    returnMessage: returnMessageSchema.optional(),
    skipped: z
      .number()
      .int()
      .optional()
      .describe(
        'Rows of the CRM that could not be read: appointments, in Bullhorn also attendees; absent when none.',
      ),
  })
  .describe('Every appointment of the range.');

export const recordResultSchema = z
  .object({
    successful: succeeded,
    appointmentId: z.string().describe('Id of the appointment in the CRM.'),
    appointment: appointmentSchema,
    returnMessage: returnMessageSchema.optional(),
  })
  .describe('The appointment as it now is in the CRM.');

export const contactSearchResultSchema = z
  .object({
    successful: succeeded,
    contact: z.array(contactSchema).describe('The first matches; a returnMessage says when there are more.'),
    returnMessage: returnMessageSchema.optional(),
  })
  .describe('People whose name matches.');

export type ReturnMessage = z.infer<typeof returnMessageSchema>;
export type FailureResult = z.infer<typeof failureResultSchema>;
export type SessionRevoked = z.infer<typeof sessionRevokedSchema>;
export type ListResult = z.infer<typeof listResultSchema>;
export type RecordResult = z.infer<typeof recordResultSchema>;
export type ContactSearchResult = z.infer<typeof contactSearchResultSchema>;
