/** What the conformance suite is run against, and what it has to know of a CRM to judge its answers. */
import type { CalendarCapabilities } from '../../bridge/adapters/calendar-adapter';
import type { Connector, ConnectorCall } from '../../bridge/connectors/connector';
import type { CallPolicy } from '../../bridge/http/call-policy';
import type { AppointmentStatus } from '../../src/contract/appointment-status';
import type { Platform } from '../../src/contract/operations';

/** Somebody in the CRM who can be invited and found. */
export interface KnownPerson {
  readonly id: string;
  /** First and last name, in the order in which the CRM shows them. */
  readonly name: string;
  readonly type: string;
  readonly email: string;
}

/** What of a CRM's behaviour is documented and no choice of its adapter; beside the adapter's own capabilities. */
export interface CrmFacts {
  /** As what a status is read back once it was set; `unsupported` where the CRM has no place for it. */
  readonly statusAfter: Readonly<Record<AppointmentStatus, AppointmentStatus | 'unsupported'>>;
  /** What is left of a cancelled appointment in a list, and for those who ask for it by its id. */
  readonly afterCancel: { readonly listed: boolean; readonly refreshed: 'cancelled' | 'not_found' };
  /** Are attendees sent together with the appointment, or one by one after it? */
  readonly attendeeWrites: 'with-appointment' | 'one-by-one';
  /** Does it keep the answers of the invited? */
  readonly attendeeResponses: boolean;
  /** A wall time stands for the first of the two instants it occurs at; instants know no such limit. */
  readonly timesWrittenAs: 'instants' | 'wall-times';
  /** A change made meanwhile by somebody else: refused by the CRM, or kept in the fields that ours does not name. */
  readonly changedMeanwhile: 'conflict' | 'fields-merge';
  /** What an appointment is whose end lies before its start. */
  readonly endBeforeStart: 'unreadable' | 'ends-next-day';
  /** Do its answers to writes have a body that can be cut off? */
  readonly writeAnswers: 'body' | 'no-body';
  /** The longest title, in characters; the contract's own where the CRM documents none. */
  readonly longestTitle: number;
  /** Calls for a list of `appointments` with `attendees` altogether, by the most that one page holds. */
  listCalls(count: { readonly appointments: number; readonly attendees: number }): number;
  /** Calls that the first list of a user makes beyond that, to know the user. */
  readonly firstListCalls: number;
}

export interface ConformanceAccount {
  readonly connector: Connector;
  readonly capabilities: CalendarCapabilities;
  /** The user. Names a time zone only for a CRM that does not know its users' zones. */
  readonly call: ConnectorCall;
  readonly nowMs: number;
  /** IANA name of the user's zone. */
  readonly timeZone: string;
  readonly people: readonly [KnownPerson, KnownPerson, KnownPerson];
  /** Well formed, and nobody's. */
  readonly unknownId: string;
  close(): Promise<void>;
}

export interface SeededAppointment {
  readonly title: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly ownedBy?: 'user' | 'colleague';
  /** The user attends, as somebody whom the CRM's own pages invited. */
  readonly invitesUser?: boolean;
  /** Their answers, where the CRM keeps any, in turn: accepted, declined, none. */
  readonly contacts?: readonly KnownPerson[];
}

/** What goes wrong in the CRM; sandbox/core/fault-rule.ts says what each does. */
export type VendorFault =
  | '429'
  | '500'
  | '502'
  | '503'
  | 'drop'
  | 'timeoutAfterCommit'
  | 'truncatedJson'
  | 'emptyBody'
  | 'okWithErrorBody';

/** Which calls go wrong: those that list and read appointments, that search people, and the writes by their kinds. */
export type FaultyCalls = 'reads' | 'search' | 'create' | 'update' | 'cancel';

export interface VendorCall {
  readonly method: string;
  readonly path: string;
  readonly writes: boolean;
}

/** The CRM's side of a sandbox. */
export interface VendorControl {
  /** Straight into the CRM's data; the ids in the same order. */
  seed(appointments: readonly SeededAppointment[]): readonly string[];
  /** An appointment of the user that ends a minute before it starts; its id. */
  seedEndingBeforeItStarts(startMs: number): string;
  /** Every call since the start or the last reset, in order. */
  vendorCalls(): readonly VendorCall[];
  resetCalls(): void;
  /** From now on until `recover`, or only the next time. A 429 asks to wait for 7 seconds. */
  fault(kind: VendorFault, calls: FaultyCalls, times?: 'always' | 'once'): void;
  /** The next write of an attendee fails; only where attendees are written one by one. */
  failNextAttendee(): void;
  /** The next create fails with a 500, and only that. */
  failNextCreate(): void;
  recover(): void;
  /** The CRM takes the user's sign-in no longer. */
  expireSignIn(): void;
  /** The user loses every permission on calendars. */
  forbid(): void;
  /** Somebody else moves it to another room in the CRM. */
  changeLocationElsewhere(id: string, location: string): void;
  /** Runs `act` once, right before the CRM sees the next write. */
  beforeNextWrite(act: () => void): void;
}

export interface SandboxAccount extends ConformanceAccount {
  /** Another user of the same account, with a calendar of their own. */
  readonly colleague: ConnectorCall;
  readonly control: VendorControl;
}

interface Target {
  readonly name: string;
  readonly platform: Platform;
  readonly facts: CrmFacts;
}

export interface SandboxTarget extends Target {
  readonly kind: 'sandbox';
  /**
   * A new account, with the known people and no appointment.
   * @param callPolicy default: none, so that every request is sent once
   */
  open(callPolicy?: CallPolicy): Promise<SandboxAccount>;
}

export interface LiveTarget extends Target {
  readonly kind: 'live';
  open(): Promise<ConformanceAccount>;
}

export type ConformanceTarget = SandboxTarget | LiveTarget;
