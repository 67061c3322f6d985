/**
 * NetSuite's own words for an error. RESTlets answer `{error:{code,message}}` (section_4634920277), the REST Record API
 * `{o:errorDetails:[{detail,o:errorCode}]}` (section_156570709583).
 */
import { z } from 'zod';
import { failureKinds, type FailureCode } from '../../../src/contract/failure';
import type { ExplainReply, Explanation } from '../../http/vendor-failure';

const MAX_WORDS = 300;

const restletErrorSchema = z.object({
  error: z.object({ code: z.string(), message: z.string().default('') }),
});
const recordErrorSchema = z.object({
  'o:errorDetails': z
    .array(z.object({ detail: z.string().default(''), 'o:errorCode': z.string().default('') }))
    .min(1),
});
const nestedErrorSchema = z.object({ message: z.string() });

const codesByErrorCode = new Map<string, FailureCode>(
  Object.entries({
    SSS_REQUEST_LIMIT_EXCEEDED: 'rate_limited',
    CONCURRENCY_LIMIT_EXCEEDED: 'rate_limited',
    INVALID_LOGIN: 'unauthenticated',
    INVALID_LOGIN_ATTEMPT: 'unauthenticated',
    INVALID_LOGIN_CREDENTIALS: 'unauthenticated',
    TWO_FA_REQD: 'unauthenticated',
    INSUFFICIENT_PERMISSION: 'forbidden',
    NONEXISTENT_ID: 'not_found',
    RCRD_DSNT_EXIST: 'not_found',
    RCRD_HAS_BEEN_CHANGED: 'conflict',
    SSS_INVALID_SCRIPTLET_ID: 'upstream_invalid',
  }),
);

/**
 * A script of the account failed, or was ended at its limits (section_161591009480, article_1118114507,
 * section_N3351480): ours behind a RESTlet, one of the account's own behind a record. Nobody asked for anything wrong,
 * although NetSuite may say so with a 400 (section_4634920277); a record may have been saved before its script failed.
 */
const failuresOfNetSuite: ReadonlySet<string> = new Set([
  'UNEXPECTED_ERROR',
  'SSS_TIME_LIMIT_EXCEEDED',
  'SSS_USAGE_LIMIT_EXCEEDED',
  'SSS_STATEMENT_COUNT_EXCEEDED',
  'SSS_INSTRUCTION_COUNT_EXCEEDED',
]);

const messagesByErrorCode: Readonly<Record<string, string>> = {
  SSS_INVALID_SCRIPTLET_ID:
    'The RESTlet of the RingCentral SuiteApp is not deployed in this NetSuite account. Ask your NetSuite administrator to install or update the SuiteApp and to release its script deployments to your role.',
  INSUFFICIENT_PERMISSION:
    'Your NetSuite role does not allow this. Ask your NetSuite administrator for the Events permission.',
};

/** Our RESTlets name their errors in the contract's vocabulary (`RC_NOT_FOUND`), with words for the user. */
const isFailureCode = (word: string): word is FailureCode => Object.hasOwn(failureKinds, word);

const plainWords = (text: string): string => {
  const words = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS)}…` : words;
};

/** The message of a thrown N/error may be the JSON of the error itself (netsuite.md §3, unverified). */
const wordsOf = (message: string): string => {
  if (!message.startsWith('{')) return plainWords(message);
  try {
    const nested = nestedErrorSchema.safeParse(JSON.parse(message));
    return plainWords(nested.success ? nested.data.message : message);
  } catch {
    return plainWords(message);
  }
};

const messageOf = (errorCode: string, words: string, status: number): string | undefined => {
  const quotable = status === 400 && words !== '' && !codesByErrorCode.has(errorCode);
  return messagesByErrorCode[errorCode] ?? (quotable ? `NetSuite refused this: ${words}` : undefined);
};

const explanationOf = (errorCode: string, words: string, status: number): Explanation => {
  const ownCode = /^RC_(\w+)$/.exec(errorCode)?.[1]?.toLowerCase() ?? '';
  if (isFailureCode(ownCode)) return { code: ownCode, message: words || undefined, upstreamCode: errorCode };
  if (status === 400 && failuresOfNetSuite.has(errorCode))
    return { hasVendorFailed: true, upstreamCode: errorCode };
  return {
    code: codesByErrorCode.get(errorCode),
    message: messageOf(errorCode, words, status),
    upstreamCode: errorCode || undefined,
  };
};

/** Reads either shape; undefined for a body that is neither. */
export const explainNetSuiteReply: ExplainReply = ({ data, status }) => {
  const restlet = restletErrorSchema.safeParse(data);
  if (restlet.success) {
    const { code, message } = restlet.data.error;
    return explanationOf(code, wordsOf(message), status);
  }
  const detail = recordErrorSchema.safeParse(data).data?.['o:errorDetails'][0];
  return detail && explanationOf(detail['o:errorCode'], plainWords(detail.detail), status);
};
