/** Reads what came from outside by its schema, and says in plain words what is wrong with it. */
import type { z } from 'zod';
import { AppointmentError, type FieldIssue } from '../../src/contract/failure';

const MAX_SPOKEN = 3;

const fieldIssuesOf = (issue: z.core.$ZodIssue): readonly FieldIssue[] => {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: path ? `${path}.${key}` : key,
      message: 'is not a known field',
    }));
  }
  return [{ path, message: issue.message }];
};

const spoken = ({ path, message }: FieldIssue): string => (path ? `${path}: ${message}` : message);

/**
 * The value as the schema gives it.
 * @throws AppointmentError invalid_request with an issue for each wrong field
 */
export const readInput = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  const issues = read.error.issues.flatMap(fieldIssuesOf);
  const more = issues.length > MAX_SPOKEN ? `; and ${issues.length - MAX_SPOKEN} more` : '';
  throw new AppointmentError(
    'invalid_request',
    `${issues.slice(0, MAX_SPOKEN).map(spoken).join('; ')}${more}.`,
    {
      details: { issues },
    },
  );
};
