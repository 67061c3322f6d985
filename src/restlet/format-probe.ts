/** Tries what N/format gives and takes in the user's formats. */
import * as format from 'N/format';
import type { FormatFacts } from '../contract/restlets';
import type { FormatProbe } from './ports';

/** Seconds that are not zero, so that it shows whether they are kept. */
const SAMPLE_MS = Date.UTC(2026, 6, 20, 22, 5, 7);

interface Kind {
  readonly type: format.Type;
  readonly timezone?: string;
}

const facts = (value: Date, kind: Kind): FormatFacts => {
  const write = (date: Date): string => String(format.format({ value: date, ...kind }));
  const shown = write(value);
  const parsed: unknown = format.parse({ value: shown, ...kind });
  // What cannot be parsed comes back as the text it was (format.d.ts).
  return { shown, isReadBack: parsed instanceof Date && write(parsed) === shown };
};

export const createFormatProbe = (timeZone: string): FormatProbe => ({
  dateTimeZone: () => facts(new Date(SAMPLE_MS), { type: format.Type.DATETIMETZ, timezone: timeZone }),
  dateTime: () => facts(new Date(SAMPLE_MS), { type: format.Type.DATETIME, timezone: timeZone }),
  timeOfDay: () => facts(new Date(1970, 0, 1, 15, 5), { type: format.Type.TIMEOFDAY }),
});
