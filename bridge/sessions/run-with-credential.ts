/** Runs an operation of a connector for a session, with a credential that the CRM takes. */
import type { FailureResult } from '../../src/contract/result.schema';
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

/** In the midst of a write: the rest can be done with another credential, and what was done is found then. */
const isRefusedMidway = (result: FailureResult): boolean =>
  result.errorCode !== 'unauthenticated' && result.httpStatus === 401;

const saysWhatWasDone = (result: ConnectorResult): boolean =>
  result.successful || result.errorCode === 'partial_write' || result.errorCode === 'ambiguous_write';

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
  if (result.successful) return result;
  if (isRefusedMidway(result)) {
    // Without another credential, and where it gets nowhere, it stays true what was done and what was not.
    const other = await credentials.replaceRefused(usable, deadline).catch(() => undefined);
    const completed = other && (await run(other));
    return completed && saysWhatWasDone(completed) ? completed : result;
  }
  if (result.errorCode !== 'unauthenticated') return result;
  const renewed = await credentials.replaceRefused(usable, deadline);
  return renewed ? run(renewed) : result;
};
