/** From core's row of a user to who calls our connectors; what core's own CRM connectors keep in it differs by CRM. */
import { z } from 'zod';
import type { Platform } from '../../src/contract/operations';
import type { ConnectorCall } from '../connectors/connector';
import type { AppConnectCall } from './app-connect-connector';
import { bullhornTimeZone } from './bullhorn-time-zone';

const text = z.string().optional().catch(undefined);
const idSchema = z.union([z.string(), z.number().transform(String)]);

/** The row comes from a database that is not ours: what is not as agreed counts as absent. */
const rowSchema = z.object({
  id: idSchema.catch(''),
  hostname: text,
  timezoneName: text,
  timezoneOffset: z.union([z.string(), z.number()]).optional().catch(undefined),
  platformAdditionalInfo: z
    .object({
      id: idSchema.optional().catch(undefined),
      restUrl: text,
      bhRestToken: text,
    })
    .catch({}),
});

type Row = z.infer<typeof rowSchema>;

const NOBODY: Row = { id: '', platformAdditionalInfo: {} };

/**
 * Bullhorn's API takes the session's token, not the access token that core puts into `authHeader`; and the id in
 * core's user id is that of a person across accounts (`masterUserID`), not the CorporateUser who owns appointments.
 */
const bullhornCall = (row: Row, authHeader: string): ConnectorCall => {
  const { id, restUrl, bhRestToken } = row.platformAdditionalInfo;
  return {
    user: {
      id: id ?? row.id,
      timezoneName: row.timezoneName || bullhornTimeZone(row.timezoneOffset),
      platformAdditionalInfo: { restUrl },
    },
    authHeader: bhRestToken || authHeader,
  };
};

/**
 * NetSuite and Clio are asked for the user's zone: the offset in the row is that of the day of the sign-in. So is its
 * name, and NetSuite counts days in the zone that the user has there now.
 */
export const connectorCallOf = (platform: Platform, call: AppConnectCall): ConnectorCall => {
  const row = rowSchema.safeParse(call.user).data ?? NOBODY;
  if (platform === 'bullhorn') return bullhornCall(row, call.authHeader);
  const { id, hostname } = row;
  const timezoneName = platform === 'netsuite' ? undefined : row.timezoneName;
  return { user: { id, hostname, timezoneName }, authHeader: call.authHeader };
};
