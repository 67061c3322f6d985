/** What the emulated modules share during one execution of a RESTlet. */
import type { NetSuiteState, User } from '../entities';
import type { NetSuiteSwitches } from '../switches';
import type { Governance } from './governance';
import type { ScriptRealm } from './script-realm';

export interface RunContext {
  readonly state: NetSuiteState;
  readonly switches: NetSuiteSwitches;
  readonly user: User;
  readonly scriptId: string;
  readonly deploymentId: string;
  readonly nowMs: () => number;
  readonly realm: ScriptRealm;
  readonly governance: Governance;
  /** Counts a search that went to the database. */
  readonly countSearch: () => void;
  readonly writeLog: (entry: ExecutionLogEntry) => void;
}

/** A line of the script's Execution Log. */
export interface ExecutionLogEntry {
  readonly level: 'DEBUG' | 'AUDIT' | 'ERROR' | 'EMERGENCY';
  readonly title: string;
  readonly details: string;
}

/** The members of an `N/*` module before the realm exposes them. */
export type ModuleMembers = Readonly<Record<string, unknown>>;
