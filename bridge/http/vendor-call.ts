/** One exchange with a vendor as it is counted: who, how, how it ended, how long it took; never what was in it. */
import { AppointmentError, type FailureCode } from '../../src/contract/failure';

export interface VendorCall {
  /** As people call it: `NetSuite`. */
  readonly vendor: string;
  readonly method: string;
  readonly outcome: 'ok' | FailureCode;
  readonly durationMs: number;
}

export type OnVendorCall = (call: VendorCall) => void;

const outcomeOf = (error: unknown): FailureCode =>
  error instanceof AppointmentError ? error.code : 'internal';

/** Reports the exchange that `act` is, whichever way it ends. */
export const reportCall = async <Result>(
  { vendor, method, onCall }: Pick<VendorCall, 'vendor' | 'method'> & { readonly onCall: OnVendorCall },
  act: () => Promise<Result>,
): Promise<Result> => {
  const startedAtMs = performance.now();
  const report = (outcome: VendorCall['outcome']): void =>
    onCall({ vendor, method, outcome, durationMs: performance.now() - startedAtMs });
  return act().then(
    (result) => {
      report('ok');
      return result;
    },
    (error: unknown) => {
      report(outcomeOf(error));
      throw error;
    },
  );
};
