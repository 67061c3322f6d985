/**
 * Who signed in at NetSuite. No endpoint tells it to every role: our RESTlet does, an older one without the name, which
 * then needs the permission for employee records. Neither is a reason to turn the user away.
 */
import { z } from 'zod';
import { restlets } from '../../../src/contract/restlets';
import { isKnownTimeZone } from '../../../src/contract/time/intl-zone-clock';
import type { VendorClient } from '../../http/vendor-client';
import { pathOf } from '../../http/vendor-path';
import { ifAvailable } from '../if-available';
import type { CrmUser } from '../sign-in-provider';
import { restBaseUrlOf, restletBaseUrlOf, type ReplacedBaseUrls } from './account-hosts';

interface SignedIn {
  readonly account: string;
  /** Internal id of the employee. */
  readonly entity: string;
  readonly accessToken: string;
}

const wordSchema = z.string().nullish().catch(null);
const employeeSchema = z.object({ firstName: wordSchema, lastName: wordSchema, entityId: wordSchema });
const timeZoneReplySchema = z.object({
  userTimezone: z.string().refine(isKnownTimeZone).optional().catch(undefined),
  userName: wordSchema,
});

/** section_1545141500 */
const readEmployeeName = async (
  client: VendorClient,
  user: SignedIn,
  replaced: ReplacedBaseUrls,
): Promise<string> => {
  const employee = await client.sendFor(
    {
      method: 'GET',
      baseUrl: restBaseUrlOf(user.account, replaced),
      path: pathOf`/services/rest/record/v1/employee/${user.entity}`,
      query: { fields: 'firstName,lastName,entityId' },
      headers: { Authorization: `Bearer ${user.accessToken}` },
    },
    employeeSchema,
  );
  const { firstName, lastName, entityId } = employee;
  return [firstName, lastName].filter(Boolean).join(' ') || (entityId ?? '');
};

const readNameAndZone = async (
  client: VendorClient,
  user: SignedIn,
  replaced: ReplacedBaseUrls,
): Promise<Pick<CrmUser, 'name' | 'timeZone'>> => {
  const { scriptId, deploymentId } = restlets.timeZone;
  const reply = await client.sendFor(
    {
      method: 'GET',
      baseUrl: restletBaseUrlOf(user.account, replaced),
      path: '/app/site/hosting/restlet.nl',
      query: { script: scriptId, deploy: deploymentId },
      // Without it NetSuite answers as text/plain (section_4619215993).
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${user.accessToken}` },
    },
    timeZoneReplySchema,
  );
  return { name: reply.userName?.trim() ?? '', timeZone: reply.userTimezone };
};

/** The id stands for a name that cannot be read. */
export const readSignedInUser = async (
  client: VendorClient,
  user: SignedIn,
  replaced: ReplacedBaseUrls,
): Promise<CrmUser> => {
  const told = await ifAvailable(readNameAndZone(client, user, replaced));
  const name = told?.name || (await ifAvailable(readEmployeeName(client, user, replaced)));
  return {
    id: user.entity,
    name: name || user.entity,
    hostname: `${user.account}.app.netsuite.com`,
    timeZone: told?.timeZone,
  };
};
