/**
 * What an error body of Clio means: `{error: {type, message}}` (Error and ErrorDetail in Clio's OpenAPI). Its message
 * may repeat what was sent, names of clients included, so only a few sentences of Clio's own about a field are quoted.
 */
import { z } from 'zod';
import type { ExplainReply } from '../../http/vendor-failure';

const errorBodySchema = z.object({
  error: z.object({ type: z.string().default(''), message: z.string().default('') }),
});

const TYPE = /^\w{1,60}$/;

const FIELD =
  'summary|description|location|start_at|end_at|calendar_owner|attendees|external_properties|recurrence_rule';
const FIELD_SENTENCE = new RegExp(
  `^(?:${FIELD}):? (?:can't be blank|cannot be blank|is required|is missing|is invalid|is too long(?: \\(maximum is \\d{1,6} characters\\))?|must be (?:after|before) (?:${FIELD}))\\.?$`,
  'i',
);

const withFullStop = (sentence: string): string => (sentence.endsWith('.') ? sentence : `${sentence}.`);

/** Undefined for a body that is none of Clio's errors; the status then speaks for itself. */
export const explainClioReply: ExplainReply = ({ data, status }) => {
  const read = errorBodySchema.safeParse(data);
  if (!read.success) return undefined;
  const { type, message } = read.data.error;
  const upstreamCode = TYPE.test(type) ? type : undefined;
  // The fields are ours and not the user's: such a refusal is no complaint about what was entered.
  if (type === 'InvalidFields') return { code: 'upstream_invalid', upstreamCode };
  const isQuotable = (status === 400 || status === 422) && FIELD_SENTENCE.test(message.trim());
  return {
    upstreamCode,
    message: isQuotable ? `Clio refused this: ${withFullStop(message.trim())}` : undefined,
  };
};
