/**
 * Bullhorn's own words for an error, in their four shapes (bullhorn-clio.md §1.6). Its sentences may repeat what was
 * sent: only the names of fields are passed on.
 */
import { z } from 'zod';
import type { FailureCode } from '../../../src/contract/failure';
import type { ExplainReply, Explanation } from '../../http/vendor-failure';

const wordSchema = z.string().nullish().catch(null);

const errorSchema = z.object({
  errorMessage: wordSchema,
  errorMessageKey: wordSchema,
  errors: z
    .array(z.object({ propertyName: wordSchema, type: wordSchema }))
    .nullish()
    .catch(null),
});

type BullhornError = z.infer<typeof errorSchema>;

const SIGN_IN_KEY = /^errors\.authentication\./;
const NOT_ALLOWED =
  /do(?:es)? not have (?:the )?(?:permission|entitlement)|operation \w+ not allowed|not entitled/i;
const FIELD_NAME = /^[A-Za-z]\w{0,60}$/;
const ERROR_NAME = /^[\w.]{1,80}$/;

const codeOf = (
  { errorMessage, errorMessageKey }: BullhornError,
  status: number,
): FailureCode | undefined => {
  if (SIGN_IN_KEY.test(errorMessageKey ?? '')) return 'unauthenticated';
  return status < 500 && NOT_ALLOWED.test(errorMessage ?? '') ? 'forbidden' : undefined;
};

const refusedFieldsOf = ({ errors }: BullhornError): readonly string[] => [
  ...new Set(
    (errors ?? []).flatMap(({ propertyName }) => propertyName ?? []).filter((name) => FIELD_NAME.test(name)),
  ),
];

const upstreamCodeOf = ({ errorMessageKey, errors }: BullhornError): string | undefined =>
  [errorMessageKey, errors?.[0]?.type].flatMap((name) => name ?? []).find((name) => ERROR_NAME.test(name));

/** 412 for a missing token, 307 for a session of another data centre (rest-api-docs, Authorization). */
const byStatus: Readonly<Record<number, Explanation>> = {
  307: {
    code: 'unauthenticated',
    message: 'This Bullhorn session belongs to another data centre. Connect to Bullhorn again.',
  },
  412: { code: 'unauthenticated' },
};

export const explainBullhornReply: ExplainReply = ({ status, data }) => {
  const known = byStatus[status];
  if (known) return known;
  const read = errorSchema.safeParse(data);
  if (!read.success) return undefined;
  const code = codeOf(read.data, status);
  const fields = status === 400 && code === undefined ? refusedFieldsOf(read.data) : [];
  return {
    code,
    message:
      fields.length > 0
        ? `Bullhorn refused what was given for ${fields.join(', ')}. Correct it and try again.`
        : undefined,
    upstreamCode: upstreamCodeOf(read.data),
  };
};
