/** The findings, each by its name. */
import type { Finding, Observed } from './check';

/** The adapter takes for granted what was seen. */
export const asAssumed = (observed: Observed): Finding => ({ outcome: 'as-assumed', observed });

/** @param how how the bridge copes, a sentence */
export const adapts = (observed: Observed, how: string): Finding => ({
  outcome: 'adapts',
  observed,
  whatToDo: how,
});

/** @param setting `NAME=value` */
export const needsSetting = (observed: Observed, setting: string, whatToDo?: string): Finding => ({
  outcome: 'needs-setting',
  observed,
  setting,
  whatToDo,
});

export const broken = (observed: Observed, whatToDo: string): Finding => ({
  outcome: 'broken',
  observed,
  whatToDo,
});

/** @param how why it cannot be seen, or how the bridge copes with either */
export const notObservable = (how: string, observed: Observed = {}): Finding => ({
  outcome: 'not-observable',
  observed,
  whatToDo: how,
});

export const skipped = (whatToDo: string): Finding => ({ outcome: 'skipped', observed: {}, whatToDo });

/** As assumed, or otherwise in a way that the adapter copes with by itself. */
export const eitherWay = (isAsAssumed: boolean, observed: Observed, how: string): Finding =>
  isAsAssumed ? asAssumed(observed) : adapts(observed, how);
