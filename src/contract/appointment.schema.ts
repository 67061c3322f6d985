/**
 * The appointment as every answer carries it. A superset of App Connect's own
 * (`@app-connect/core` contracts/appointment): whatever passes here passes there.
 */
import { z } from 'zod';
import { appointmentStatuses } from './appointment-status';

export const attendeeResponses = ['accepted', 'declined', 'tentative', 'no_response'] as const;

export const attendeeSchema = z
  .object({
    id: z.string().min(1).describe('Id of the person in the CRM.'),
    name: z.string().describe('Display name; the id where the CRM shows none.'),
    type: z
      .string()
      .describe('Kind of record in the CRM, as its pages name it: contact, custjob, Candidate, …'),
    status: z
      .enum(attendeeResponses)
      .optional()
      .describe('Answer to the invitation, where the CRM keeps one.'),
    email: z.string().optional().describe('E-mail address, where the CRM gives one.'),
  })
  .describe('A person invited to an appointment.');

export const appointmentSchema = z
  .object({
    id: z.string().min(1).describe('Id of the appointment in the CRM.'),
    thirdPartyAppointmentId: z
      .string()
      .min(1)
      .describe('The same id; the App Connect client opens CRM pages by it.'),
    title: z.string().describe('What the CRM calls it by: title, subject or summary.'),
    description: z.string().describe('Notes or agenda as plain text.'),
    summary: z.string().describe('Equal to description; some App Connect versions read this name.'),
    participantName: z.string().describe('Name of the first attendee; empty when there is none.'),
    startTimeUtc: z.iso.datetime().describe('Start, ISO-8601 in UTC.'),
    endTimeUtc: z.iso.datetime().describe('End, ISO-8601 in UTC.'),
    durationMinutes: z
      .number()
      .int()
      .min(0)
      .describe('From start to end, in whole minutes; `endTimeUtc` is exact.'),
    timeZone: z.string().describe('IANA zone of the CRM user; UTC where the CRM names none.'),
    isAllDay: z.boolean().describe('Does it take whole days of the user’s zone?'),
    location: z.string().describe('Where it takes place; empty where nothing is said.'),
    status: z.enum(appointmentStatuses).describe('State of the appointment, the nearest that the CRM knows.'),
    version: z.string().describe('Changes whenever the appointment changes in the CRM; opaque.'),
    contactId: z.string().describe('Primary contact; empty when there is none.'),
    contactType: z.string().describe('Kind of the primary contact; empty when there is none.'),
    attendees: z.array(attendeeSchema).describe('Everybody invited, in the CRM’s order.'),
    attendeeIds: z.array(z.string()).describe('Ids of the attendees, in the same order.'),
    organizer: attendeeSchema
      .pick({ id: true, name: true })
      .nullable()
      .describe('Whose appointment it is; null where the CRM names nobody.'),
  })
  .describe('An appointment, whatever the CRM calls it: calendar event, appointment, calendar entry.');

export const contactSchema = z
  .object({
    id: z.string().min(1).describe('Id of the person in the CRM.'),
    name: z.string().describe('Display name.'),
    type: z.string().describe('Kind of record in the CRM, as its pages name it.'),
    phone: z.string().describe('As the CRM keeps it; empty for none.'),
    email: z.string().describe('Empty for none.'),
    company: z.string().describe('Where the person works; empty for none.'),
  })
  .describe('A person who can be invited.');

export type Attendee = z.infer<typeof attendeeSchema>;
export type AttendeeResponse = (typeof attendeeResponses)[number];
export type Appointment = z.infer<typeof appointmentSchema>;
export type Contact = z.infer<typeof contactSchema>;
