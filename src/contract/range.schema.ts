/** Which appointments to list. */
import { z } from 'zod';
import { readDay } from './time/iso';

const daySchema = z
  .string()
  .refine((text) => readDay(text) !== undefined, 'must be a day in the form YYYY-MM-DD')
  .describe('Calendar day in the user’s zone, inclusive.');

const flagSchema = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0', ''])])
  .transform((value) => value === true || value === 'true' || value === '1');

export const rangeSchema = z
  .object({
    startDate: daySchema.optional(),
    endDate: daySchema.optional(),
    range: z
      .enum(['upcoming', 'past'])
      .optional()
      .describe(
        'Tab of the App Connect client. It decides only the order: the client splits the list itself.',
      ),
    mineOnly: flagSchema
      .optional()
      .describe('Only appointments the user organises or attends. Default true.'),
    contactId: z.string().trim().min(1).optional().describe('Only appointments this contact attends.'),
    forceSync: flagSchema
      .optional()
      .describe('Sent by the App Connect client; every list is read from the CRM.'),
  })
  .check((context) => {
    const { startDate, endDate } = context.value;
    if ((startDate === undefined) !== (endDate === undefined)) {
      const path = startDate === undefined ? 'startDate' : 'endDate';
      context.issues.push({
        code: 'custom',
        path: [path],
        message: 'startDate and endDate go together: give both, or neither for one month back to three ahead',
        input: context.value,
      });
    } else if (startDate !== undefined && endDate !== undefined && startDate > endDate) {
      context.issues.push({
        code: 'custom',
        path: ['endDate'],
        message: 'endDate must be on or after startDate',
        input: context.value,
      });
    }
  });

export type AppointmentRange = z.infer<typeof rangeSchema>;
