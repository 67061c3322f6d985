/**
 * What the App Connect client sent, kept beside the request while core handles it: core's schemas have no place for a
 * status, a location or the names of contacts, and a core-based server hands on only what its schemas know.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { AppointmentPatch, CreateInput } from '../../src/contract/change.schema';

export type ClientBody =
  | { readonly operation: 'createAppointment'; readonly body: CreateInput }
  | { readonly operation: 'updateAppointment'; readonly body: AppointmentPatch };

const current = new AsyncLocalStorage<ClientBody>();

/** Everything that `act` sets off sees the body, and nothing else does. */
export const withClientBody = (clientBody: ClientBody, act: () => void): void => {
  current.run(clientBody, act);
};

/** The client's own body where there is one for this operation, else the one that core gives. */
export const clientBodyOr = (operation: ClientBody['operation'], given: unknown): unknown => {
  const clientBody = current.getStore();
  return clientBody?.operation === operation ? clientBody.body : given;
};
