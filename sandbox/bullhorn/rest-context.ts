/** What every endpoint below `rest-services/{corpToken}` works with, and what one signed-in request may do. */
import type { Request } from 'express';

import type { RouteLedger } from '../core/route-ledger';
import { entityNotFound, permissionError } from './bullhorn-error';
import type { BullhornState, BullhornUser } from './bullhorn-state';
import { createEntityAccess, type EntityAccess } from './entity-access';
import { entityDefinitions, type EntityDefinitions } from './metadata/entity-definitions';
import type { EntityDefinition } from './metadata/field-definition';
import type { BullhornSwitches } from './switches';

export interface RestContext {
  readonly state: BullhornState;
  readonly switches: () => BullhornSwitches;
  readonly clock: { nowMs(): number };
  readonly ledger: RouteLedger;
  /** @throws BullhornError 412 without a session key, 401 with one that is not valid. */
  readonly signedIn: (request: Request) => BullhornUser;
}

export interface RestCall {
  readonly state: BullhornState;
  readonly switches: BullhornSwitches;
  readonly definitions: EntityDefinitions;
  readonly user: BullhornUser;
  readonly access: EntityAccess;
  readonly nowMs: number;
}

/** @throws BullhornError as `signedIn` does. */
export function restCall(request: Request, context: RestContext): RestCall {
  const { state } = context;
  const user = context.signedIn(request);
  const switches = context.switches();
  return {
    state,
    switches,
    definitions: entityDefinitions(switches),
    user,
    access: createEntityAccess({ state, user, switches }),
    nowMs: context.clock.nowMs(),
  };
}

/** @throws BullhornError 404. */
export function definitionOf(call: RestCall, name: unknown): EntityDefinition {
  const definition = typeof name === 'string' ? call.definitions.get(name) : undefined;
  if (definition === undefined) throw entityNotFound(`Entity ${String(name)}`);
  return definition;
}

/** The entity in the path of a read. @throws BullhornError 404, or shape 3 without the entitlement READ. */
export function readableDefinition(call: RestCall, name: unknown): EntityDefinition {
  const definition = definitionOf(call, name);
  if (!call.access.may(definition.name, 'READ')) {
    throw permissionError(call.switches.entitlementErrorStatus, 'Read', definition.name);
  }
  return definition;
}
