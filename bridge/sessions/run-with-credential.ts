/** Runs an operation of a connector for a session, with a credential that the CRM takes. */
import type { ConnectorResult } from '../connectors/connector';
import type { Deadline } from '../http/deadline';
import type { CrmCredentials } from './crm-credentials';
import type { Session } from './session-store';

export interface SessionRun {
  readonly credentials: CrmCredentials;
  /** For all of it together: renewing the credential, running, and running once more. */
  readonly deadline: Deadline;
  run(session: Session): Promise<ConnectorResult>;
}

/**
 * Once more with another credential when the CRM refuses the first: a request it refused with 401 changed nothing.
 * @throws AppointmentError as `credentialFor` does
 */
export const runWithCredential = async (
  session: Session,
  { credentials, deadline, run }: SessionRun,
): Promise<ConnectorResult> => {
  const usable = await credentials.credentialFor(session, deadline);
  const result = await run(usable);
  if (result.successful || result.errorCode !== 'unauthenticated') return result;
  const renewed = await credentials.replaceRefused(usable, deadline);
  return renewed ? run(renewed) : result;
};
