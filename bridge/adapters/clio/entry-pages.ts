/** Reads a list of calendar entries to its last page; never a part of it as if it were the whole. */
import { AppointmentError } from '../../../src/contract/failure';
import { readFirstPage } from '../../http/long-list';
import type { CalendarContext } from '../calendar-adapter';
import { definedOf } from '../row-reader';
import type { ClioClient } from './client';
import { readEntryRow } from './entry-row';
import { epochMsOf, type CalendarEntry, type Page } from './schema';

/** Clio's own most and default (docs.developers.clio.com/api-docs/paging). */
const PAGE_SIZE = 200;
/** More than a token may ask for in a minute. */
const MAX_PAGES = 100;

export interface EntryRows<Kept> {
  readonly entries: readonly Kept[];
  /** Rows that could not be read. */
  readonly skipped: number;
}

interface ListedEntries<Kept> {
  readonly query: Parameters<ClioClient['entries']>[1];
  /**
   * What is kept of an entry; undefined for nothing. Asked as the pages come: of a long list, what Clio sent is not kept
   * beside what is made of it.
   */
  readonly keep: (entry: CalendarEntry) => Kept | undefined;
}

const unfinished = (message: string): AppointmentError => new AppointmentError('upstream_invalid', message);

/** A full page is the last one only if Clio says so: that there is no paging, or no next page, is not the same. */
const isCutShort = ({ data, meta }: Page, foundSoFar: number): boolean =>
  data.length >= PAGE_SIZE && (!meta?.paging || (meta.records ?? 0) > foundSoFar);

/** An entry that moves from one page to the next while we read comes twice, and counts once. */
const keyOf = ({ id, start_at: start }: CalendarEntry): string => `${id} ${epochMsOf(start)}`;

/**
 * All entries of a query, in Clio's order, which is by id. One page after the other: each names the next.
 * @throws AppointmentError upstream_invalid rather than leave out what is beyond a page
 */
export const readEntries = async <Kept>(
  client: ClioClient,
  context: CalendarContext,
  { query, keep }: ListedEntries<Kept>,
): Promise<EntryRows<Kept>> => {
  const entries = new Map<string, Kept>();
  let rows = 0;
  let skipped = 0;
  const asked = new Set<string>();
  let page = await readFirstPage(context, {
    read: () => client.entries(context, { ...query, limit: PAGE_SIZE }),
    rowsOf: ({ data, meta }) => meta?.records ?? data.length,
  });
  for (let pages = 1; pages <= MAX_PAGES; pages++) {
    rows += page.data.length;
    const readable = definedOf(page.data, readEntryRow);
    skipped += page.data.length - readable.length;
    for (const entry of readable) {
      const kept = keep(entry);
      if (kept !== undefined) entries.set(keyOf(entry), kept);
    }
    const next = page.meta?.paging?.next;
    if (!next) {
      if (!isCutShort(page, rows)) return { entries: [...entries.values()], skipped };
      throw unfinished(
        'Clio broke off its list of calendar entries. Try again, or ask for fewer days. If it persists, tell your administrator.',
      );
    }
    if (asked.has(next)) {
      throw unfinished('Clio’s list of calendar entries goes round in circles. Ask for fewer days.');
    }
    asked.add(next);
    await context.longListTurn?.take(rows);
    page = await client.entriesAt(context, next);
  }
  throw unfinished(
    `The list of Clio calendar entries does not end after ${MAX_PAGES} pages. Ask for fewer days.`,
  );
};
