/** How Clio treats one occurrence of a repeating entry: its id, its deletion, its change. */
import type { ClioAssumptions } from '../../../bridge/adapters/clio/assumptions';
import { CLIO_ENTRY_ID } from '../../../bridge/adapters/clio/clio-id';
import type { VendorReply } from '../../../bridge/http/vendor-reply';
import { isoUtc } from '../../../src/contract/time/iso';
import type { Check } from '../check';
import { adapts, asAssumed, broken, eitherWay, needsSetting } from '../finding';
import { zoneOfUser } from '../users-clock-checks';
import { calendarIdOf } from './account-checks';
import {
  entryPath,
  epochMsIn,
  idOf,
  listEntries,
  markedEntry,
  patchEntry,
  removeEntry,
  requiredEntry,
  rowsOf,
  tellingNoonMs,
  type ClioCase,
  type ClioRecord,
} from './clio-case';

const DAY_MS = 86_400_000;
const OCCURRENCES = 4;

type Way = ClioAssumptions['deleteOccurrenceBy'];

interface Series {
  readonly summary: string;
  readonly id: string;
  readonly startMs: number;
}

/** Four days in a row. */
const makeSeries = async (one: ClioCase, name: string): Promise<Series> => {
  const startMs = tellingNoonMs(one.nowMs(), zoneOfUser(one));
  const summary = `${one.markedTitle} ${name}`;
  const { id } = await requiredEntry(one, {
    ...markedEntry(one, calendarIdOf(one), startMs),
    summary,
    recurrence_rule: `FREQ=DAILY;COUNT=${OCCURRENCES}`,
  });
  return { summary, id, startMs };
};

/** In their order. What is listed is removed at the end, too: a change can make an entry of an occurrence. */
const occurrencesOf = async (one: ClioCase, { startMs, summary }: Series): Promise<readonly ClioRecord[]> => {
  const reply = await listEntries(one.user, {
    calendar_id: calendarIdOf(one),
    expanded: true,
    from: isoUtc(startMs - DAY_MS),
    to: isoUtc(startMs + OCCURRENCES * DAY_MS),
    limit: 200,
  });
  const rows = rowsOf(reply).filter((row) => String(row['summary']).startsWith(summary));
  return [...rows].sort((a, b) => epochMsIn(a, 'start_at') - epochMsIn(b, 'start_at'));
};

const removeWhatBecameOfIt = async (one: ClioCase, series: Series): Promise<void> => {
  const { startMs, summary } = series;
  const query = { from: isoUtc(startMs - DAY_MS), to: isoUtc(startMs + OCCURRENCES * DAY_MS), limit: 200 };
  const rows = rowsOf(await listEntries(one.user, { ...query, calendar_id: calendarIdOf(one) }));
  for (const row of rows.filter((each) => String(each['summary']).startsWith(summary))) {
    const id = idOf(row);
    if (id !== undefined) {
      one.created.add({ title: one.markedTitle, remove: async () => removeEntry(one.user, id) });
    }
  }
};

const secondOf = (occurrences: readonly ClioRecord[]): string | undefined =>
  occurrences[1] && idOf(occurrences[1]);

const ids: Check<ClioCase> = {
  id: 'occurrence-ids',
  title: 'An occurrence has the id of its series and its day',
  settles: 'occurrenceIds',
  run: async (one) => {
    const occurrences = await occurrencesOf(one, await makeSeries(one, 'ids'));
    const id = secondOf(occurrences);
    if (id === undefined) {
      return broken({ occurrences: occurrences.length }, 'Clio does not expand a repeating entry.');
    }
    const shape = id.replace(/\d+/g, (digits) => `${digits.length} digits`);
    const observed = { shape, occurrences: occurrences.length };
    if (!CLIO_ENTRY_ID.pattern.test(id)) {
      return broken(
        observed,
        'The adapter does not take such an id. Attach the report to a support request.',
      );
    }
    return eitherWay(/^\d+-\d{8}$/.test(id), observed, 'The adapter takes the id as it is.');
  },
};

/** How many occurrences are left of four after an attempt to delete the second. */
const leftAfter = async (
  one: ClioCase,
  name: string,
  attempt: (id: string) => Promise<VendorReply>,
): Promise<{ readonly status: number; readonly left: number }> => {
  const series = await makeSeries(one, name);
  const id = secondOf(await occurrencesOf(one, series));
  if (id === undefined) throw new Error('Clio does not expand a repeating entry.');
  const { status } = await attempt(id);
  await removeWhatBecameOfIt(one, series);
  return { status, left: (await occurrencesOf(one, series)).length };
};

const attempts = (one: ClioCase): Readonly<Record<Way, (id: string) => Promise<VendorReply>>> => ({
  'patch-flag': async (id) => patchEntry(one.user, id, { _deleted: 'single' }),
  'delete-flag': async (id) =>
    one.user.probe({ method: 'DELETE', path: entryPath(id), query: { _deleted: 'single' } }),
  delete: async (id) => one.user.probe({ method: 'DELETE', path: entryPath(id) }),
});

const deletion: Check<ClioCase> = {
  id: 'delete-occurrence',
  title: 'One occurrence is deleted by PATCH with _deleted',
  settles: 'deletedFlagBelongsTo',
  run: async (one) => {
    const current = one.assumptions.deleteOccurrenceBy;
    const observed: Record<string, number> = {};
    const works = async (way: Way): Promise<boolean> => {
      const { status, left } = await leftAfter(one, way, attempts(one)[way]);
      observed[`${way} status`] = status;
      observed[`${way} left`] = left;
      return left === OCCURRENCES - 1;
    };
    if (await works(current)) {
      return eitherWay(
        current === 'patch-flag',
        observed,
        `CLIO_DELETE_OCCURRENCE_BY=${current} works here.`,
      );
    }
    for (const way of ['patch-flag', 'delete-flag', 'delete'] as const) {
      if (way !== current && (await works(way))) {
        return needsSetting(observed, `CLIO_DELETE_OCCURRENCE_BY=${way}`);
      }
    }
    return broken(observed, 'Nothing deletes a single occurrence. People delete it in Clio’s own calendar.');
  },
};

const plainDeletion: Check<ClioCase> = {
  id: 'plain-delete-of-occurrence',
  title: 'DELETE of an occurrence deletes that occurrence alone',
  settles: 'deleteOfOccurrence',
  run: async (one) => {
    const { status, left } = await leftAfter(one, 'plain', attempts(one).delete);
    const found = left === 0 ? 'series' : left === OCCURRENCES - 1 ? 'occurrence' : 'refused';
    const observed = { deletes: found, status };
    if (found === 'occurrence') return asAssumed(observed);
    if (one.assumptions.deleteOccurrenceBy === 'delete') {
      return needsSetting(observed, 'CLIO_DELETE_OCCURRENCE_BY=patch-flag');
    }
    return adapts(observed, 'The adapter sends no DELETE of an occurrence without a flag.');
  },
};

const change: Check<ClioCase> = {
  id: 'change-occurrence',
  title: 'A change of an occurrence changes that occurrence alone',
  settles: 'patchOfOccurrence',
  run: async (one) => {
    const series = await makeSeries(one, 'change');
    const id = secondOf(await occurrencesOf(one, series));
    if (id === undefined) throw new Error('Clio does not expand a repeating entry.');
    const { status } = await patchEntry(one.user, id, { summary: `${series.summary} changed` });
    await removeWhatBecameOfIt(one, series);
    const all = await occurrencesOf(one, series);
    const changed = all.filter(({ summary }) => summary !== series.summary).length;
    const observed = { status, changed, occurrences: all.length };
    if (changed === 1) return asAssumed(observed);
    if (changed > 1 && one.assumptions.repeatingChanges === 'send') {
      return needsSetting(
        observed,
        'CLIO_REPEATING_CHANGES=refuse',
        'Otherwise who moves one occurrence moves them all, and is told so afterwards.',
      );
    }
    return adapts(
      observed,
      changed > 1
        ? 'CLIO_REPEATING_CHANGES=refuse keeps the series as it is.'
        : 'The user is told that Clio refused.',
    );
  },
};

export const seriesChecks: readonly Check<ClioCase>[] = [ids, deletion, plainDeletion, change];
