/** Reads the calls that the bridge made to the CRM from its `Server-Timing` header (W3C Server Timing). */

export interface CrmCall {
  /** `GET /path`. */
  readonly call: string;
  /** Status of the answer, or how the call ended without one. */
  readonly outcome: string;
  readonly durationMs: number;
  /** What the call cost of the CRM's limit; undefined where the CRM says nothing. */
  readonly units: number | undefined;
}

const METRIC = /crm;dur=([\d.]+);desc="((?:[^"\\]|\\.)*)"/g;
const DESCRIPTION = /^(\S+ \S+) ([^,]+)(?:, ([\d.]+) units?)?/;

export const readServerTiming = (header: string | null): readonly CrmCall[] =>
  [...(header ?? '').matchAll(METRIC)].map(([, duration, description = '']) => {
    const [, call = description, outcome = '', units] = DESCRIPTION.exec(description) ?? [];
    return {
      call,
      outcome,
      durationMs: Number(duration),
      units: units === undefined ? undefined : Number(units),
    };
  });

export interface CallTotals {
  readonly calls: number;
  readonly durationMs: number;
  readonly units: number | undefined;
}

export const totalsOf = (calls: readonly CrmCall[]): CallTotals => {
  const counted = calls.flatMap(({ units }) => units ?? []);
  return {
    calls: calls.length,
    durationMs: calls.reduce((sum, { durationMs }) => sum + durationMs, 0),
    units: counted.length === 0 ? undefined : counted.reduce((sum, units) => sum + units, 0),
  };
};
