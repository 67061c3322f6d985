/**
 * How an App Connect server that nobody has changed reads a row of the listing RESTlet: date and time together in one
 * of six strict formats, on a server in UTC; an end that is not after the start is on the next day (app-connect.md
 * §3.1). Of the six, those without words are read here: what the RESTlet sends is one of them.
 */

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export interface AppConnectTimes {
  /** Epoch milliseconds; NaN for a text that fits none of its formats. */
  readonly startMs: number;
  readonly durationMinutes: number;
}

interface RowTimes {
  readonly startDate: string;
  readonly startTime: string;
  readonly endTime: string;
}

const read = (text: string): number => {
  const [, year, month, day, hour, minute, second = '0'] =
    /^(\d{4})-(\d{2})-(\d{2}) (\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
};

export const appConnectTimes = ({ startDate, startTime, endTime }: RowTimes): AppConnectTimes => {
  const startMs = read(`${startDate} ${startTime}`);
  const endMs = read(`${startDate} ${endTime}`);
  if (endTime === '' || Number.isNaN(endMs)) return { startMs, durationMinutes: 0 };
  const lastsMs = (endMs <= startMs ? endMs + DAY_MS : endMs) - startMs;
  return { startMs, durationMinutes: Math.round(lastsMs / MINUTE_MS) };
};
