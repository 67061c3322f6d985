/** What a chaos run needs of a CRM: where it is, who works in it, whom they invite, and what it really holds. */
import type { Platform } from '../../src/contract/operations';
import type { FaultyCrm } from './faulty-crm';
import type { HeldAppointment } from './held-appointment';

export interface CrmUser {
  /** In the CRM. */
  readonly id: string;
  /** For servers: the value of Authorization, which the sandbox takes from the start. */
  readonly credential: string;
  /** For servers: who and where, as the bridge's headers have it. */
  readonly headers: Readonly<Record<string, string>>;
  /** For the sign-in of the client, beside the hostname. */
  readonly signIn: Readonly<Record<string, string>>;
}

export interface KnownPerson {
  readonly id: string;
  /** Kind of record, as the contract has it. */
  readonly type: string;
  readonly name: string;
}

export interface HeldRecord {
  readonly id: string;
  readonly state: HeldAppointment;
}

/** What differs by CRM in what a change comes to; from the vendors' documentation, as crm-facts.ts of the tests has it. */
export interface CrmRules {
  /** Statuses that it keeps. */
  readonly statuses: readonly string[];
  /** What becomes of what is cancelled: it stays, can be read by its id alone, or is gone. */
  readonly cancelled: 'listed' | 'hidden' | 'gone';
  /** Are the invited written one by one, so that a change can stay half done? */
  readonly isWrittenInSteps: boolean;
}

export interface ChaosCrm {
  readonly platform: Platform;
  /** Account host or region, for the sign-in. */
  readonly hostname: string;
  readonly rules: CrmRules;
  readonly users: readonly [CrmUser, ...CrmUser[]];
  readonly people: readonly [KnownPerson, ...KnownPerson[]];
  readonly door: FaultyCrm;
  /** Settings that lead the bridge here. */
  readonly env: Readonly<Record<string, string>>;
  /** Straight from the CRM's data: every record whose title begins with this text. */
  held(titleStart: string): readonly HeldRecord[];
  /** The credential of a server is good again. */
  renew(user: CrmUser): void;
}

export interface OpenCrmOptions {
  readonly seed: number;
  readonly faultShare: number;
}

/** How many of a CRM's people a run invites. */
export const INVITED = 5;

const MINUTE_MS = 60_000;

export const minutesBetween = (startMs: number, endMs: number): number => (endMs - startMs) / MINUTE_MS;

/** Rich text as the plain text that was sent: the run sends no markup and no line ends. */
export const withoutMarkup = (text: string): string => text.replace(/<[^>]*>/g, '').trim();

/** @throws Error for an empty list: a CRM without users or people cannot be worked with */
export const atLeastOne = <Item>(items: readonly Item[]): readonly [Item, ...Item[]] => {
  const [first, ...others] = items;
  if (first === undefined) throw new Error('The sandbox has nobody to work with.');
  return [first, ...others];
};
