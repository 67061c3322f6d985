/** How Clio answers what it refuses, and what it says about its lists. */
import { z } from 'zod';
import type { VendorReply } from '../../../bridge/http/vendor-reply';
import type { Check } from '../check';
import { broken, eitherWay, notObservable } from '../finding';
import { unseenChecks } from '../unseen-checks';
import { zoneOfUser } from '../users-clock-checks';
import { calendarIdOf } from './account-checks';
import {
  entryPath,
  isOk,
  listEntries,
  markedEntry,
  postEntry,
  readEntry,
  removeEntry,
  requiredEntry,
  rowsOf,
  tellingNoonMs,
  type ClioCase,
} from './clio-case';

/** No record of anybody's: larger than the ids that Clio gives. */
const NOBODYS_ID = 999_999_999_999;

const errorSchema = z.object({
  error: z.union([z.string(), z.object({ type: z.string(), data: z.unknown().optional() })]),
});
const metaSchema = z.object({ meta: z.object({ records: z.number() }) });

const errorOf = ({ data }: VendorReply) => errorSchema.safeParse(data).data?.error;

const bodyOf = (one: ClioCase) =>
  markedEntry(one, calendarIdOf(one), tellingNoonMs(one.nowMs(), zoneOfUser(one)));

const unauthorized: Check<ClioCase> = {
  id: 'stale-token',
  title: 'A stale token is a 401 in Clio’s own words',
  settles: 'unauthorizedBody',
  run: async ({ user }) => {
    const reply = await user.probe({
      method: 'GET',
      path: '/api/v4/calendar_entries.json',
      headers: { Authorization: 'Bearer app-connect-doctor-stale' },
    });
    const { status } = reply;
    if (status !== 401) return broken({ status }, 'The bridge takes a 401 for the end of a sign-in.');
    const isOwn = typeof errorOf(reply) === 'object';
    return eitherWay(isOwn, { status, body: isOwn ? 'clio' : 'oauth' }, 'The bridge goes by the status.');
  },
};

const goneEntry = async (one: ClioCase): Promise<string> => {
  const { id } = await requiredEntry(one, bodyOf(one));
  await removeEntry(one.user, id);
  return id;
};

const missingEntry: Check<ClioCase> = {
  id: 'error-types',
  title: 'Errors have the names of classes',
  settles: 'errorTypeNames',
  run: async (one) => {
    const reply = await readEntry(one.user, await goneEntry(one));
    const error = errorOf(reply);
    const type = typeof error === 'object' && /^[\w ]{1,40}$/.test(error.type) ? error.type : 'none';
    const observed = { status: reply.status, type };
    const isStatus = /^not[ _]?found$/i.test(type);
    return eitherWay(!isStatus && type !== 'none', observed, 'The adapter goes by the status.');
  },
};

const deleteMissing: Check<ClioCase> = {
  id: 'delete-missing',
  title: 'DELETE of what is not there is a 404',
  settles: 'deleteOfMissingStatus',
  run: async (one) => {
    const path = entryPath(await goneEntry(one));
    const { status } = await one.user.probe({ method: 'DELETE', path });
    return eitherWay(
      status === 404,
      { status },
      'The adapter reads an entry before it deletes it, and so knows when it is gone.',
    );
  },
};

const unknownMember: Check<ClioCase> = {
  id: 'unknown-member',
  title: 'To invite nobody is a 422',
  settles: 'unknownMemberStatus',
  run: async (one) => {
    const attendees = [{ id: NOBODYS_ID, type: 'Contact' }];
    const { reply } = await postEntry(one, { ...bodyOf(one), attendees });
    const { status } = reply;
    return eitherWay(status === 422, { status }, 'The adapter takes 404 and 422 for a refusal, and says so.');
  },
};

const missingField: Check<ClioCase> = {
  id: 'missing-field',
  title: 'An entry without an end is a 422',
  settles: 'missingFieldStatus',
  run: async (one) => {
    const { reply } = await postEntry(one, { ...bodyOf(one), end_at: undefined });
    const { status } = reply;
    return eitherWay(status === 422, { status }, 'The adapter sends every field that is required.');
  },
};

const echo: Check<ClioCase> = {
  id: 'error-echo',
  title: 'An error repeats what was sent',
  settles: 'errorEchoesData',
  run: async (one) => {
    const { reply } = await postEntry(one, { ...bodyOf(one), end_at: undefined });
    if (isOk(reply)) return notObservable('Clio took what it should have refused.');
    const error = errorOf(reply);
    const isEchoed = typeof error === 'object' && error.data !== undefined;
    return eitherWay(isEchoed, { echoed: isEchoed }, 'The bridge passes on and logs no body of an error.');
  },
};

const limit: Check<ClioCase> = {
  id: 'limit-out-of-range',
  title: 'A page of more than 200 is refused',
  settles: 'limitOutOfRange',
  run: async ({ user }) => {
    const { status } = await listEntries(user, { limit: 201 });
    return eitherWay(status >= 400, { status }, 'The adapter asks for 200 at most.');
  },
};

const records: Check<ClioCase> = {
  id: 'meta-records',
  title: 'meta.records counts all that match',
  settles: 'metaRecords',
  run: async (one) => {
    await requiredEntry(one, bodyOf(one));
    await requiredEntry(one, bodyOf(one));
    const reply = await listEntries(one.user, { calendar_id: calendarIdOf(one), limit: 1 });
    const count = metaSchema.safeParse(reply.data).data?.meta.records;
    const observed = {
      rows: rowsOf(reply).length,
      isMoreThanThePage: (count ?? 0) > 1,
      told: count !== undefined,
    };
    return eitherWay(
      observed.isMoreThanThePage,
      observed,
      'The adapter follows the next page as long as Clio names one.',
    );
  },
};

export const replyChecks: readonly Check<ClioCase>[] = [
  unauthorized,
  missingEntry,
  deleteMissing,
  unknownMember,
  missingField,
  echo,
  limit,
  records,
];

/** What nobody can see in a few minutes, or without harm. */
export const clioUnseenChecks = unseenChecks({
  sendsEmailByDefault: [
    'Whether attendees get mail when nobody says',
    'The adapter always says: no mail, or with CLIO_SEND_EMAIL_NOTIFICATION=true mail.',
  ],
  pkce: [
    'Whether the token endpoint checks PKCE',
    'The bridge sends Clio no challenge: it is not documented.',
  ],
  declineWithoutParameter: [
    'Where one ends who declines at the sign-in',
    'The bridge asks for redirect_on_decline, and takes an error that comes back either way.',
  ],
});
