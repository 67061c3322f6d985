/** Runs an operation of a connector for a session, with a credential that the CRM takes. */
import type { ConnectorResult } from '../connectors/connector';
import type { CrmCredentials } from './crm-credentials';
import type { Session } from './session-store';

/**
 * Once more with another credential when the CRM refuses the first: a request it refused with 401 changed nothing.
 * @throws AppointmentError as `credentialFor` does
 */
export const runWithCredential = async (
  session: Session,
  credentials: CrmCredentials,
  run: (session: Session) => Promise<ConnectorResult>,
): Promise<ConnectorResult> => {
  const usable = await credentials.credentialFor(session);
  const result = await run(usable);
  if (result.successful || result.errorCode !== 'unauthenticated') return result;
  const renewed = await credentials.replaceRefused(usable);
  return renewed ? run(renewed) : result;
};
