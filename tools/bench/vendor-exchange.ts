/** One exchange with a CRM as it was recorded, and by what a request is known again. */
import { z } from 'zod';

export const recordedCallSchema = z.object({
  method: z.string(),
  /** Path and query. */
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

export type RecordedCall = Readonly<z.infer<typeof recordedCallSchema>>;

/** Headers that carry the credential, or the type of a body. */
export const keptHeaders = ['authorization', 'bhresttoken', 'content-type', 'accept'] as const;

/**
 * Many users of the bench are one of the CRM's: their credential has a number behind it. So the bridge takes them for
 * different people, and the CRM needs no more than one.
 */
export const credentialOf = (token: string, benchUser: number): string => `${token}~${benchUser}`;

export const withoutBenchUser = (credential: string): string => credential.replace(/~\d+$/, '');

/** Keys that the bridge chooses anew for every create, in paths, parameters and queries. */
const withoutRandomKeys = (text: string): string =>
  text
    .replace(/eid:[\w.-]+/g, 'eid:')
    .replace(/external_property_value=[\w.-]{30,}/g, 'external_property_value=')
    .replace(/appointmentUUID='[^']*'/g, "appointmentUUID=''");

/** A body counts only where it is a question. */
export const keyOfCall = ({ method, url, headers, body }: RecordedCall): string => {
  const credential = withoutBenchUser(headers['authorization'] ?? headers['bhresttoken'] ?? '');
  const question = /\/(?:query|search)\//.test(url) ? body : '';
  return [method, credential, withoutRandomKeys(url), withoutRandomKeys(question)].join('\n');
};
