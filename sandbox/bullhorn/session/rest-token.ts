/** Finds the session key of a request and the user behind it (docs: Authentication, Session Key). */
import type { Request } from 'express';

import type { FaultPlan } from '../../core/fault-plan';
import { apiError, BullhornError } from '../bullhorn-error';
import type { BullhornState, BullhornUser } from '../bullhorn-state';
import { queryParameters } from '../request-parameters';
import type { BullhornSwitches } from '../switches';
import type { SessionTable } from './session-table';

/** Header names have no case in HTTP; as parameter and cookie the docs write both BhRestToken and BHRestToken. */
const names = ['BhRestToken', 'BHRestToken'] as const;

function cookie(header: string | undefined, name: string): string | undefined {
  return (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

/** Header, query parameter or cookie; `undefined` when there is none or it is empty. */
export function restTokenOf(request: Request): string | undefined {
  const parameters = queryParameters(request);
  const places = [
    request.get('BhRestToken'),
    ...names.map((name) => parameters.get(name) ?? undefined),
    ...names.map((name) => cookie(request.headers.cookie, name)),
  ];
  return places.find((token) => token !== undefined && token !== '');
}

/** The body is verbatim from BH-PHP and three more clients; a newer one has `message` (BH-PHP Client.php). */
function staleToken(switches: BullhornSwitches): BullhornError {
  const text = "Bad 'BhRestToken' or timed-out.";
  return new BullhornError(
    401,
    {
      [switches.staleTokenBody]: text,
      errorMessageKey: 'errors.authentication.invalidRestToken',
      errorCode: 401,
    },
    text,
  );
}

export function createSignIn(options: {
  readonly state: BullhornState;
  readonly sessions: SessionTable;
  readonly faults: FaultPlan;
  readonly switches: () => BullhornSwitches;
}): (request: Request) => BullhornUser {
  const { state, sessions, faults, switches } = options;
  return (request) => {
    const token = restTokenOf(request);
    if (token === undefined) {
      // Only the status is documented.
      throw apiError(412, 'errors.authentication.missingRestToken', "'BhRestToken' is missing.");
    }
    const session = faults.isTokenExpired(token) ? undefined : sessions.use(token);
    const user = session === undefined ? undefined : state.users.get(session.userId);
    if (user === undefined || request.params['corpToken'] !== state.corpToken) throw staleToken(switches());
    return user;
  };
}
