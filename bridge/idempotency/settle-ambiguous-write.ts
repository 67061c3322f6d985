/** What to do when nobody knows whether the CRM saved a write: look, and believe only what it shows. */
import { AppointmentError, type FailureCode } from '../../src/contract/failure';

export const isAmbiguous = (error: unknown): error is AppointmentError =>
  error instanceof AppointmentError && error.code === 'ambiguous_write';

export interface UnsettledWrite<Saved> {
  write(): Promise<Saved>;
  /** What the CRM shows of the write; undefined where it does not show it. */
  find(): Promise<Saved | undefined>;
  /** Failures after which it is looked for. Default: `ambiguous_write` alone. */
  readonly after?: readonly FailureCode[];
}

/**
 * Writes once. A write that cannot be found, and one that cannot be looked for, stays what it was.
 * @throws the failure of `write`
 */
export const settleAmbiguousWrite = async <Saved>(unsettled: UnsettledWrite<Saved>): Promise<Saved> => {
  const { write, find, after = ['ambiguous_write'] } = unsettled;
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof AppointmentError) || !after.includes(error.code)) throw error;
    const found = await find().catch(() => undefined);
    if (found === undefined) throw error;
    return found;
  }
};
