/** A session as the connectors want it: who asks, with what credential. */
import type { ConnectorCall } from '../connectors/connector';
import type { Session } from './session-store';

export const connectorCallOf = (session: Session): ConnectorCall => {
  const { platform, userId, hostname, timeZone, tokens } = session;
  return {
    user: {
      id: `${userId}-${platform}`,
      hostname,
      timezoneName: timeZone,
      platformAdditionalInfo: { restUrl: tokens.restUrl },
    },
    authHeader: tokens.credential,
  };
};
