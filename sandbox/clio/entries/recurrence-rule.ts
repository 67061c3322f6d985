/** Understands `recurrence_rule`: RFC 5545 §3.3.10 without the prefix `RRULE:`, as Clio gives and takes it. */
const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const weekdayCodes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

export interface RecurringWeekday {
  /** 0 is Sunday. */
  readonly weekday: number;
  /** The second of the month is 2, the last is -1, each is 0. */
  readonly ordinal: number;
}

/** `date` and `local` are read in the zone of the entry; their values are as if that zone were UTC. */
export interface RuleEnd {
  readonly kind: 'date' | 'local' | 'utc';
  readonly ms: number;
}

export interface RecurrenceRule {
  readonly frequency: (typeof frequencies)[number];
  readonly interval: number;
  readonly count: number | null;
  readonly until: RuleEnd | null;
  readonly byDay: readonly RecurringWeekday[];
  readonly byMonthDay: readonly number[];
  readonly byMonth: readonly number[];
  readonly weekStart: number;
}

/** What is wrong with a rule, in one sentence. */
export class RecurrenceRuleError extends Error {
  override readonly name = 'RecurrenceRuleError';
}

const refused = (reason: string): RecurrenceRuleError =>
  new RecurrenceRuleError(`The recurrence rule cannot be used: ${reason}.`);

const knownParts = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'WKST'];

function partsOf(rule: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const part of rule.split(';').filter((each) => each !== '')) {
    const [, name = '', value = ''] = /^([A-Z]+)=(.+)$/i.exec(part) ?? [];
    if (!knownParts.includes(name.toUpperCase())) throw refused(`"${part}" is not supported`);
    if (parts.has(name.toUpperCase())) throw refused(`${name} is there twice`);
    parts.set(name.toUpperCase(), value.toUpperCase());
  }
  return parts;
}

function integers(name: string, text: string | undefined, maximum: number, minimum = 1): number[] {
  if (text === undefined) return [];
  return text.split(',').map((item) => {
    const value = /^[+-]?\d{1,4}$/.test(item) ? Number(item) : Number.NaN;
    if (!(Math.abs(value) >= 1 && value >= minimum && value <= maximum)) {
      throw refused(`${name} cannot be ${item}`);
    }
    return value;
  });
}

function weekdayOf(code: string): number {
  const weekday = weekdayCodes.findIndex((each) => each === code);
  if (weekday < 0) throw refused(`"${code}" is not a weekday`);
  return weekday;
}

function weekdays(text: string | undefined): RecurringWeekday[] {
  if (text === undefined) return [];
  return text.split(',').map((item) => {
    const [, ordinal = '0', code = ''] = /^([+-]?[1-5])?([A-Z]{2})$/.exec(item) ?? [];
    return { weekday: weekdayOf(code), ordinal: Number(ordinal) };
  });
}

function ruleEnd(text: string | undefined): RuleEnd | null {
  if (text === undefined) return null;
  const digits = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/.exec(text);
  if (digits === null) throw refused(`UNTIL cannot be ${text}`);
  const [, year, month, day, hour, minute, second, utc] = digits;
  const ms = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
  );
  if (hour === undefined) return { kind: 'date', ms };
  return { kind: utc === undefined ? 'local' : 'utc', ms };
}

function checkOrdinals(rule: RecurrenceRule): void {
  const hasOrdinal = rule.byDay.some(({ ordinal }) => ordinal !== 0);
  const countsWithinMonth =
    rule.frequency === 'MONTHLY' || (rule.frequency === 'YEARLY' && rule.byMonth.length > 0);
  if (hasOrdinal && !countsWithinMonth) throw refused('an ordinal in BYDAY needs months to count in');
  if (rule.frequency === 'YEARLY' && rule.byDay.length > 0 && rule.byMonth.length === 0) {
    throw refused('BYDAY of a year needs BYMONTH');
  }
  if (rule.frequency === 'WEEKLY' && rule.byMonthDay.length > 0) throw refused('a week has no BYMONTHDAY');
}

/** @throws RecurrenceRuleError for a rule that is malformed or uses parts this sandbox cannot expand. */
export function parseRecurrenceRule(text: string): RecurrenceRule {
  const parts = partsOf(text);
  const frequency = frequencies.find((each) => each === parts.get('FREQ'));
  if (frequency === undefined) throw refused(`FREQ must be one of ${frequencies.join(', ')}`);
  if (parts.has('COUNT') && parts.has('UNTIL')) throw refused('COUNT and UNTIL exclude each other');
  const rule: RecurrenceRule = {
    frequency,
    interval: integers('INTERVAL', parts.get('INTERVAL'), 999)[0] ?? 1,
    count: integers('COUNT', parts.get('COUNT'), 9999)[0] ?? null,
    until: ruleEnd(parts.get('UNTIL')),
    byDay: weekdays(parts.get('BYDAY')),
    byMonthDay: integers('BYMONTHDAY', parts.get('BYMONTHDAY'), 31, -31),
    byMonth: integers('BYMONTH', parts.get('BYMONTH'), 12),
    weekStart: weekdayOf(parts.get('WKST') ?? 'MO'),
  };
  checkOrdinals(rule);
  return rule;
}

/** How Clio repeats a rule: an interval of 1 is left out (observed). */
export function echoedRule(text: string): string {
  return text
    .split(';')
    .filter((part) => part !== '' && !/^INTERVAL=0*1$/i.test(part))
    .join(';');
}

/** The rule with another end; a count no longer fits and goes. `until` as it stands after `UNTIL=`. */
export function ruleEndingAt(text: string, until: string): string {
  const kept = text.split(';').filter((part) => !/^(COUNT|UNTIL)=/i.test(part));
  return [...kept, `UNTIL=${until}`].join(';');
}
