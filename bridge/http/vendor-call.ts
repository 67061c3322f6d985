/** One call to a vendor as it is counted: where to, how it ended, what it took; never what was in it. */
import { AppointmentError, type FailureCode } from '../../src/contract/failure';

export interface VendorCall {
  /** As people call it: `NetSuite`. */
  readonly vendor: string;
  readonly method: string;
  /** Made by `endpointOf`: no ids in it. */
  readonly endpoint: string;
  readonly outcome: 'ok' | FailureCode;
  /** HTTP status of the last answer; undefined where the last try got none. */
  readonly status: number | undefined;
  /** Requests that were made of it; 0 where it was given up before the first. */
  readonly tries: number;
  /** NetSuite's usage units, where the last answer told them. */
  readonly units: number | undefined;
  readonly durationMs: number;
}

export type OnVendorCall = (call: VendorCall) => void;

/** What one try of a call got; nothing where it got no answer. */
export type NoteTry = (got: Partial<Pick<VendorCall, 'status' | 'units'>>) => void;

const outcomeOf = (error: unknown): FailureCode =>
  error instanceof AppointmentError ? error.code : 'internal';

/** Reports the call that `act` is, whichever way it ends. */
export const reportCall = async <Result>(
  options: Pick<VendorCall, 'vendor' | 'method' | 'endpoint'> & { readonly onCall: OnVendorCall },
  act: (noteTry: NoteTry) => Promise<Result>,
): Promise<Result> => {
  const { onCall, ...call } = options;
  const startedAtMs = performance.now();
  let tries = 0;
  let last: Parameters<NoteTry>[0] = {};
  const noteTry: NoteTry = (got) => {
    tries++;
    last = got;
  };
  const report = (outcome: VendorCall['outcome']): void => {
    const { status, units } = last;
    onCall({ ...call, outcome, status, tries, units, durationMs: performance.now() - startedAtMs });
  };
  return act(noteTry).then(
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
