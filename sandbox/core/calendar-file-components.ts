/** Takes an iCalendar text apart into components, so that one line nobody can read does not cost the whole file. */
import ICAL from 'ical.js';

export interface CalendarComponents {
  readonly timeZones: readonly ICAL.Component[];
  readonly events: readonly ICAL.Component[];
  /** X-WR-TIMEZONE, the zone of the calendar as most programs write it. */
  readonly calendarTimeZone: string | undefined;
  /** What could not be read or is of no use here. */
  readonly notes: readonly string[];
}

interface Block {
  readonly name: string;
  readonly lines: readonly string[];
}

/** The components directly below VCALENDAR, each from its BEGIN to its END. */
function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let open: { name: string; lines: string[] } | undefined;
  for (const line of lines) {
    const begins = /^BEGIN:([A-Z-]+)\s*$/i.exec(line)?.[1]?.toUpperCase();
    if (open === undefined && begins !== undefined && begins !== 'VCALENDAR')
      open = { name: begins, lines: [] };
    open?.lines.push(line);
    if (open !== undefined && line.trim().toUpperCase() === `END:${open.name}`) {
      blocks.push(open);
      open = undefined;
    }
  }
  return open === undefined ? blocks : [...blocks, open];
}

/** The title of an event that cannot be parsed, or its UID: how its owner will know it. */
function nameOf(lines: readonly string[]): string {
  const value = (name: RegExp): string | undefined =>
    lines.map((line) => name.exec(line)?.[1]?.trim()).find((text) => text !== undefined && text !== '');
  return value(/^SUMMARY[^:]*:(.*)$/i) ?? value(/^UID[^:]*:(.*)$/i) ?? 'without a title';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function parseBlock(block: Block): ICAL.Component | string {
  try {
    const [component] = new ICAL.Component(
      ICAL.parse(['BEGIN:VCALENDAR', ...block.lines, 'END:VCALENDAR'].join('\r\n')),
    ).getAllSubcomponents(block.name.toLowerCase());
    return component ?? 'it has no content';
  } catch (error) {
    return messageOf(error);
  }
}

function otherComponentsNote(blocks: readonly Block[]): string[] {
  const names = new Set(
    blocks.map(({ name }) => name).filter((name) => !['VEVENT', 'VTIMEZONE'].includes(name)),
  );
  return [...names].map((name) => {
    const count = blocks.filter((block) => block.name === name).length;
    return `${count} ${name} left out: only events are calendar events.`;
  });
}

/** @throws Error when the text is no iCalendar file at all. */
export function splitCalendarFile(text: string): CalendarComponents {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (!lines.some((line) => /^BEGIN:VCALENDAR\s*$/i.test(line))) {
    throw new Error('This is not an iCalendar file: it has no BEGIN:VCALENDAR.');
  }
  const blocks = blocksOf(lines);
  const parsed = blocks.map((block) => ({ block, result: parseBlock(block) }));
  const componentsNamed = (name: string): ICAL.Component[] =>
    parsed.flatMap(({ block, result }) =>
      block.name === name && typeof result !== 'string' ? [result] : [],
    );
  return {
    timeZones: componentsNamed('VTIMEZONE'),
    events: componentsNamed('VEVENT'),
    calendarTimeZone: lines.map((line) => /^X-WR-TIMEZONE[^:]*:(.*)$/i.exec(line)?.[1]?.trim()).find(Boolean),
    notes: [
      ...parsed.flatMap(({ block, result }) =>
        typeof result === 'string' && ['VEVENT', 'VTIMEZONE'].includes(block.name)
          ? [`${block.name} "${nameOf(block.lines)}" could not be read: ${result}.`]
          : [],
      ),
      ...otherComponentsNote(blocks),
    ],
  };
}
