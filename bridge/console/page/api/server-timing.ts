/** Reads the calls that the bridge made to the CRM from its `Server-Timing` header (W3C Server Timing). */

export interface CrmCall {
  /** `GET /path`. */
  readonly call: string;
  /** Status of the answer, or how the call ended without one. */
  readonly outcome: string;
  readonly durationMs: number;
  /** What the call cost of the CRM's limit; undefined where the CRM says nothing. */
  readonly units: number | undefined;
  /** 1, but for a line that stands for many. */
  readonly count: number;
}

const METRIC = /crm;dur=([\d.]+);desc="((?:[^"\\]|\\.)*)"/g;
/** `GET /path 200, 2 tries, 12 units`; of a long action the last one is `30 more calls`. */
const DESCRIPTION = /^([A-Z]+ .+?) (\S+(?:, \d+ tries)?)(?:, ([\d.]+) units?)?$/;
const MORE_CALLS = /^(\d+) more calls$/;

export const readServerTiming = (header: string | null): readonly CrmCall[] =>
  [...(header ?? '').matchAll(METRIC)].map(([, duration, description = '']) => {
    const [, call = description, outcome = '', units] = DESCRIPTION.exec(description) ?? [];
    return {
      call,
      outcome,
      durationMs: Number(duration),
      units: units === undefined ? undefined : Number(units),
      count: Number(MORE_CALLS.exec(description)?.[1] ?? 1),
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
    calls: calls.reduce((sum, { count }) => sum + count, 0),
    durationMs: calls.reduce((sum, { durationMs }) => sum + durationMs, 0),
    units: counted.length === 0 ? undefined : counted.reduce((sum, units) => sum + units, 0),
  };
};
