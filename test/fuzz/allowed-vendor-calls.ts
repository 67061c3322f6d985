/** Every request that the bridge may make of a CRM, written down from the vendors' documentation: no other may reach one. */
import type { Platform } from '../../src/contract/operations';
import { restlets } from '../../src/contract/restlets';
import type { VendorRequestSeen } from './fuzzed-bridge';

interface AllowedCall {
  /** Method and path, the path as it goes over the wire. */
  readonly call: RegExp;
  /** Parameters that it may have, each once. */
  readonly parameters?: readonly string[];
  /** Parameters that have this value and no other. */
  readonly fixed?: Readonly<Record<string, string>>;
}

const restletCalls = Object.values(restlets).map(({ scriptId, deploymentId, parameters }) => ({
  call: /^GET \/app\/site\/hosting\/restlet\.nl$/,
  parameters: ['script', 'deploy', ...parameters],
  fixed: { script: scriptId, deploy: deploymentId },
}));

const REST_QUERY = ['fields', 'orderBy', 'start', 'count', 'showTotalMatched'];
const CLIO_ID = String.raw`\d{1,19}(?:(?:[-_]|%3A)(?:[\w+-]|%3A|%2B){1,180})?`;

const allowedCalls: Readonly<Record<Platform, readonly AllowedCall[]>> = {
  // RESTlets: section_4407965171; REST Record API: section_1544787084; OAuth 2.0: section_158081952044.
  netsuite: [
    ...restletCalls,
    { call: /^POST \/services\/rest\/record\/v1\/calendarEvent$/ },
    { call: /^GET \/services\/rest\/record\/v1\/calendarEvent\/eid:[\w%.-]{1,200}$/ },
    {
      call: /^GET \/services\/rest\/record\/v1\/calendarEvent\/\d{1,19}$/,
      parameters: ['expandSubResources'],
      fixed: { expandSubResources: 'true' },
    },
    { call: /^PATCH \/services\/rest\/record\/v1\/calendarEvent\/\d{1,19}$/, parameters: ['replace'] },
    { call: /^POST \/services\/rest\/auth\/oauth2\/v1\/(?:token|revoke)$/ },
  ],
  // bullhorn.github.io/rest-api-docs: Query, Search, Entity, Login; bullhorn.github.io/docs/oauth.
  bullhorn: [
    {
      call: /^POST \/rest-services\/[a-z0-9_-]{1,64}\/query\/(?:Appointment|AppointmentAttendee)$/i,
      parameters: REST_QUERY,
    },
    {
      call: /^POST \/rest-services\/[a-z0-9_-]{1,64}\/search\/(?:Candidate|ClientContact|Lead)$/i,
      parameters: REST_QUERY,
    },
    {
      call: /^GET \/rest-services\/[a-z0-9_-]{1,64}\/entity\/Appointment\/[1-9]\d{0,14}$/i,
      parameters: ['fields'],
    },
    { call: /^PUT \/rest-services\/[a-z0-9_-]{1,64}\/entity\/(?:Appointment|AppointmentAttendee)$/i },
    { call: /^POST \/rest-services\/[a-z0-9_-]{1,64}\/entity\/Appointment\/[1-9]\d{0,14}$/i },
    { call: /^DELETE \/rest-services\/[a-z0-9_-]{1,64}\/entity\/AppointmentAttendee\/[1-9]\d{0,14}$/i },
    { call: /^GET \/rest-services\/loginInfo$/, parameters: ['username'] },
    { call: /^POST \/oauth\/token$/ },
    { call: /^GET \/rest-services\/[a-z0-9_-]{1,64}\/logout$/i },
  ],
  // docs.developers.clio.com/api-reference: Calendar Entries, Calendars, Contacts, Users; api-docs/authorization.
  clio: [
    { call: /^GET \/api\/v4\/users\/who_am_i\.json$/, parameters: ['fields'] },
    { call: /^GET \/api\/v4\/calendars\.json$/, parameters: ['type', 'owner', 'writeable', 'fields'] },
    {
      call: /^GET \/api\/v4\/contacts\.json$/,
      parameters: ['query', 'limit', 'fields'],
      fixed: { limit: '50' },
    },
    {
      call: /^GET \/api\/v4\/calendar_entries\.json$/,
      parameters: [
        'calendar_id',
        'expanded',
        'from',
        'to',
        'limit',
        'fields',
        'page_token',
        'created_since',
        'external_property_name',
        'external_property_value',
        'query',
      ],
    },
    { call: /^POST \/api\/v4\/calendar_entries\.json$/, parameters: ['fields'] },
    {
      call: new RegExp(String.raw`^(?:GET|PATCH|DELETE) /api/v4/calendar_entries/${CLIO_ID}\.json$`),
      parameters: ['fields', '_deleted'],
    },
    { call: /^POST \/oauth\/(?:token|deauthorize)$/ },
  ],
};

const permits = (
  { call, parameters = [], fixed = {} }: AllowedCall,
  { method, url }: VendorRequestSeen,
): boolean => {
  const [path = '', query = '', ...rest] = url.split('?');
  const given = new URLSearchParams(query);
  const names = [...given.keys()];
  return (
    rest.length === 0 &&
    call.test(`${method} ${path}`) &&
    names.every((name, index) => parameters.includes(name) && names.indexOf(name) === index) &&
    Object.entries(fixed).every(([name, value]) => given.get(name) === value)
  );
};

/** @throws Error for a call that is not on the list */
export const requireAllowed = (calls: readonly VendorRequestSeen[]): void => {
  for (const call of calls) {
    if (allowedCalls[call.platform].some((allowed) => permits(allowed, call))) continue;
    throw new Error(
      `${call.platform} was asked what the contract does not allow: ${call.method} ${call.url}`,
    );
  }
};
