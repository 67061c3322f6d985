/** Does the sign-in hold, do the three RESTlets answer, in this version, and what zone does the user have? */
import { isKnownTimeZone } from '../../../src/contract/time/intl-zone-clock';
import { restletVersion } from '../../../src/contract/restlet-version';
import type { restlets } from '../../../src/contract/restlets';
import type { Check, Finding, Observed } from '../check';
import { asAssumed, broken } from '../finding';
import { answeringSchema, isOk, listingSchema, zoneReplySchema } from './netsuite-replies';
import type { NetSuiteCase } from './netsuite-case';
import type { NetSuitePerson } from './netsuite-person';
import { allowed, refusedCall, type RefusableCall } from './refused-call';

/** The calendar of the REST Record API, which is another host and another scope of the token than the RESTlets. */
const signIn: Check<NetSuiteCase> = {
  id: 'sign-in',
  title: 'The REST Record API takes the token',
  run: async ({ user }) => {
    const reply = await user.record({ method: 'GET', path: '/calendarEvent', query: { limit: 1 } });
    return isOk(reply) ? asAssumed({ status: reply.status }) : refusedCall('record-api', reply);
  },
};

const findingOfVersion = (version: string | undefined, observed: Observed): Finding =>
  version === restletVersion
    ? asAssumed({ version, ...observed })
    : broken(
        { version: version ?? 'none', wanted: restletVersion, ...observed },
        'The script in NetSuite is of another version: deploy again (section 3 of docs/install-netsuite.md).',
      );

interface RestletCheck {
  readonly id: string;
  readonly title: string;
  readonly name: keyof typeof restlets;
  readonly call: RefusableCall;
  readonly query: Readonly<Record<string, string>>;
}

const callRestlet = async (
  user: NetSuitePerson,
  { name, call, query }: RestletCheck,
  observe: (data: unknown) => Observed,
): Promise<Finding> => {
  const reply = await user.restlet(name, query);
  const answer = answeringSchema.safeParse(reply.data);
  if (!isOk(reply)) return refusedCall(call, reply);
  if (!answer.success) {
    return broken(
      { status: reply.status },
      'Another script answers under this id: see section 1 of docs/install-netsuite.md.',
    );
  }
  const { version, unitsUsed = -1 } = answer.data;
  return findingOfVersion(version, { unitsUsed, ...observe(reply.data) });
};

const restletCheck = (
  check: RestletCheck,
  observe: (data: unknown) => Observed = () => ({}),
): Check<NetSuiteCase> => ({
  id: check.id,
  title: check.title,
  settles: 'netsuite.md §8.8',
  run: async ({ user }) => callRestlet(user, check, observe),
});

const timeZone: Check<NetSuiteCase> = {
  id: 'time-zone-preference',
  title: 'The user’s zone and formats are known',
  run: async ({ user, facts }) => {
    const reply = await user.restlet('timeZone');
    const zone = zoneReplySchema.safeParse(reply.data).data;
    if (!isOk(reply)) return refusedCall('time-zone', reply);
    if (!zone || !isKnownTimeZone(zone.userTimezone)) {
      return broken({ zone: zone?.userTimezone ?? 'none' }, 'Set Home > Set Preferences > Time Zone.');
    }
    facts.timeZone = zone.userTimezone;
    return asAssumed({ zone: zone.userTimezone, dateFormat: zone.dateFormat, timeFormat: zone.timeFormat });
  },
};

const people: Check<NetSuiteCase> = {
  id: 'permission-people',
  title: 'People of all four kinds can be found to invite',
  run: async ({ adapter, user }) =>
    allowed('people-search', async () => {
      const { contacts, hasMore } = await adapter.findContacts(user.calendar(), 'a');
      const kinds = ['contact', 'custjob', 'vendor', 'employee'];
      const found = kinds.filter((kind) => contacts.some(({ type }) => type === kind));
      return asAssumed({ kinds: found.join(' ') || 'none with an a in the name', hasMore });
    }),
};

export const accessChecks: readonly Check<NetSuiteCase>[] = [
  signIn,
  restletCheck({
    id: 'restlet-time-zone',
    title: 'The time zone RESTlet answers',
    name: 'timeZone',
    call: 'time-zone',
    query: {},
  }),
  timeZone,
  restletCheck(
    {
      id: 'restlet-listing',
      title: 'The listing RESTlet answers',
      name: 'calendarEvents',
      call: 'listing',
      query: { pageSize: '5' },
    },
    (data) => ({ events: listingSchema.safeParse(data).data?.total ?? 0 }),
  ),
  restletCheck({
    id: 'restlet-people-search',
    title: 'The attendee search RESTlet answers',
    name: 'attendeeSearch',
    call: 'people-search',
    query: { name: 'a', limit: '1' },
  }),
  people,
];
