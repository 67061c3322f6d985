/** A person of the account, and the calls that the doctor makes as them beside the adapter. */
import type { CalendarContext } from '../../../bridge/adapters/calendar-adapter';
import type { NetSuiteBaseUrls } from '../../../bridge/adapters/netsuite/hosts';
import { restlets } from '../../../src/contract/restlets';
import type { VendorReply } from '../../../bridge/http/vendor-reply';
import { createProbe, type Probe } from '../probe';

type RestletQuery = Readonly<Record<string, string | number | boolean>>;

export interface NetSuitePerson {
  /** Made anew for each call, because it says when "now" is. */
  calendar(): CalendarContext;
  /** A RESTlet's answer, as it is. */
  restlet(name: keyof typeof restlets, query?: RestletQuery): Promise<VendorReply>;
  /** The same without a Content-Type, as App Connect's connector calls for the zone. */
  restletWithoutContentType(name: keyof typeof restlets): Promise<VendorReply>;
  /** The REST Record API below `/services/rest/record/v1`. */
  readonly record: Probe;
}

export interface PersonOptions extends NetSuiteBaseUrls {
  readonly token: string;
  readonly hostname: string;
  readonly nowMs: () => number;
}

export const createPerson = (options: PersonOptions): NetSuitePerson => {
  const { token, hostname, restletBaseUrl, restBaseUrl, nowMs } = options;
  const credential = `Bearer ${token}`;
  const headers = { Authorization: credential };
  const restletProbe = createProbe({ vendor: 'NetSuite', baseUrl: restletBaseUrl, headers });
  const recordUrl = `${restBaseUrl}/services/rest/record/v1`;
  const requestOf = (name: keyof typeof restlets, query: RestletQuery = {}) =>
    ({
      method: 'GET',
      path: '/app/site/hosting/restlet.nl',
      query: { script: restlets[name].scriptId, deploy: restlets[name].deploymentId, ...query },
    }) as const;
  return {
    calendar: () => ({ credential, hostname, userId: '', nowMs: nowMs() }),
    restlet: async (name, query) =>
      restletProbe({ ...requestOf(name, query), headers: { 'Content-Type': 'application/json' } }),
    restletWithoutContentType: async (name) => restletProbe(requestOf(name)),
    record: createProbe({ vendor: 'NetSuite', baseUrl: recordUrl, headers }),
  };
};
