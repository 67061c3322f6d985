/** Asks a CRM's API directly, beside the adapter: every answer is shown as it is, whatever its status. */
import { createVendorClient } from '../../bridge/http/vendor-client';
import { defaultCallPolicy } from '../../bridge/http/call-policy';
import { createDeadline, type Deadline } from '../../bridge/http/deadline';
import type { VendorReply } from '../../bridge/http/vendor-reply';
import type { VendorRequest } from '../../bridge/http/vendor-request';

export interface ProbeOptions {
  /** As people call it: `NetSuite`. */
  readonly vendor: string;
  /** Scheme and host, with a path where all calls have it; no slash at the end. */
  readonly baseUrl: string;
  /** With the credential. */
  readonly headers: Readonly<Record<string, string>>;
}

export type ProbeRequest = Pick<VendorRequest, 'method' | 'path'> &
  Partial<Pick<VendorRequest, 'query' | 'body' | 'baseUrl' | 'headers'>>;

/**
 * Keeps to the rate limits that the CRM's headers name and repeats what is safe to, as the bridge does.
 * @throws AppointmentError for no answer, a 429 after all tries, and a 5xx
 */
export type Probe = (request: ProbeRequest) => Promise<VendorReply>;

/** Nobody is in a hurry: a CRM with fifty calls a minute (Clio) makes the doctor wait for most of the next one. */
export const patientDeadline = (): Deadline => createDeadline({ afterMs: 150_000 });

/** All that is no success and no reason to wait. */
const answers = [301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 414, 415, 422];

export const createProbe = ({ vendor, baseUrl, headers }: ProbeOptions): Probe => {
  const client = createVendorClient({ vendor, explain: () => undefined, callPolicy: defaultCallPolicy });
  return async (request) =>
    client.send({
      baseUrl,
      answers,
      ...request,
      headers: { ...headers, ...request.headers },
      deadline: patientDeadline(),
    });
};
