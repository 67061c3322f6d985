/** The port to where the bridge remembers which writes were asked for by which key, and what became of them. */
import type { WriteOutcome } from './write-outcome';

/** A run says that it lives more often than that: one that does not was killed, and its request may be taken over. */
export const LEASE_MS = 30_000;

export interface KeyedRequest {
  /** Of the key with its user; tells neither. */
  readonly id: string;
  /** The same for the same request. */
  readonly fingerprint: string;
  /** By which the CRM knows what is created. That of the first request with the id stays. */
  readonly crmKey: string;
  /** When it may be forgotten, should it never end. */
  readonly expiresAtMs: number;
}

/** One run of a request: who has it may say what became of it. */
export interface WriteClaim extends Pick<KeyedRequest, 'id' | 'fingerprint' | 'crmKey'> {
  readonly owner: string;
}

export type Begun =
  /** Nobody else has it until it ends. */
  | {
      readonly state: 'begun';
      readonly claim: WriteClaim;
      /** An earlier run may have reached the CRM. */
      readonly isRepeated: boolean;
      /** Nobody knows whether an earlier run changed the CRM: it was killed, or no answer told. */
      readonly isOpen: boolean;
    }
  | { readonly state: 'running' }
  | { readonly state: 'finished'; readonly claim: WriteClaim; readonly outcome: WriteOutcome }
  /** The key was used for another request. */
  | { readonly state: 'used' };

export interface WriteEnd {
  /** Undefined: to be tried again when the same request comes again. */
  readonly outcome: WriteOutcome | undefined;
  /** Without an outcome: whether the CRM was changed all the same is not known. */
  readonly isOpen: boolean;
  readonly expiresAtMs: number;
}

/** Each function is atomic, across processes where the store is. A claim that was taken over has no effect any more. */
export interface IdempotencyStore {
  begin(request: KeyedRequest): Promise<Begun>;
  /** Says that the run lives. */
  renew(claim: WriteClaim): Promise<void>;
  end(claim: WriteClaim, end: WriteEnd): Promise<void>;
  forget(claim: WriteClaim): Promise<void>;
}
