/** A session as the connectors want it: who asks, with what credential. */
import type { ConnectorCall } from '../connectors/connector';
import type { Session } from './session-store';

/**
 * In which the user's days are meant. The session knows the zone of the sign-in; our RESTlet counts days in the one that
 * the user has in NetSuite now, so it is told none.
 */
const zoneOfDays = ({ platform, timeZone }: Session): string | undefined =>
  platform === 'netsuite' ? undefined : timeZone;

export const connectorCallOf = (session: Session): ConnectorCall => {
  const { platform, userId, hostname, tokens } = session;
  return {
    user: {
      id: `${userId}-${platform}`,
      hostname,
      timezoneName: zoneOfDays(session),
      platformAdditionalInfo: { restUrl: tokens.restUrl },
    },
    authHeader: tokens.credential,
  };
};
