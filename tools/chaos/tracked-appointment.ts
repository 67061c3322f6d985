/** An appointment of the run with what is known of it, and the shelf of those that one user sees. */
import type { HeldState } from './held-appointment';

export interface TrackedAppointment {
  /** How every title begins that it is given; of no other appointment. */
  readonly titleStart: string;
  /** Undefined until an answer or a list told it. */
  id: string | undefined;
  /** Each of them may be true; nothing else may be. */
  candidates: readonly HeldState[];
  /** A request to change it may be under way, in the bridge or beyond. */
  isChanging: boolean;
  /** Counts what was asked for and answered: who reads sees by it whether anything happened meanwhile. */
  revision: number;
  /** A violation was reported of it: it is left alone, or everything done with it would be one more. */
  isSpoiled: boolean;
}

export const trackAppointment = (titleStart: string): TrackedAppointment => ({
  titleStart,
  id: undefined,
  candidates: [undefined],
  isChanging: false,
  revision: 0,
  isSpoiled: false,
});

/** What a user's reads are held against: all of their appointments, whoever of the workers made them. */
export type Shelf = TrackedAppointment[];

export interface StillLife {
  /** Those that nobody changed since it was taken. */
  unchanged(): readonly TrackedAppointment[];
}

export const stillLifeOf = (shelf: Shelf): StillLife => {
  const before = shelf
    .filter(({ isChanging, isSpoiled }) => !isChanging && !isSpoiled)
    .map((appointment) => ({ appointment, revision: appointment.revision }));
  return {
    unchanged: () =>
      before
        .filter(({ appointment, revision }) => appointment.revision === revision)
        .map(({ appointment }) => appointment),
  };
};
