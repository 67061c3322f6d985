/** Calls a RESTlet of the sandbox as any client does, and hands over what came back with what it cost. */
import type { CalendarEventsReply } from '../../src/contract/restlets';
import type { openNetSuite } from './netsuite-account';

type NetSuite = Awaited<ReturnType<typeof openNetSuite>>;

export interface RestletAnswer {
  readonly status: number;
  readonly body: unknown;
}

export const callRestlet = async (
  netSuite: NetSuite,
  employeeId: string,
  script: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<RestletAnswer> => {
  const url = new URL('/app/site/hosting/restlet.nl', netSuite.baseUrl);
  const query = { script: `customscript_${script}`, deploy: `customdeploy_${script}`, ...parameters };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const headers = { authorization: `Bearer token-${employeeId}`, 'content-type': 'application/json' };
  const response = await fetch(url, { headers });
  return { status: response.status, body: await response.json() };
};

const isReply = (body: unknown): body is CalendarEventsReply =>
  typeof body === 'object' && body !== null && 'data' in body && Array.isArray(body.data);

export const listEvents = async (
  netSuite: NetSuite,
  employeeId: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<CalendarEventsReply> => {
  const { status, body } = await callRestlet(netSuite, employeeId, 'rcfetchcalendarevents', parameters);
  if (isReply(body)) return body;
  throw new Error(`the RESTlet answered ${status}: ${JSON.stringify(body)}`);
};

/** Governance units that the last call used, by the sandbox's count. */
export const unitsOfLastCall = (netSuite: NetSuite): number =>
  Number(netSuite.sandbox.journal.entries().at(-1)?.notes?.['units']);
