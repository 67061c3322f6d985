/** Gives out internal ids: numbers that rise and are not given twice, also when the newest record is deleted. */
const highestGiven = new WeakMap<ReadonlyMap<string, unknown>, number>();

/** The id for a new record of this collection. */
export function nextInternalId(records: ReadonlyMap<string, unknown>): string {
  const highest = Math.max(0, highestGiven.get(records) ?? 0, ...[...records.keys()].map(Number));
  highestGiven.set(records, highest + 1);
  return String(highest + 1);
}

/** Start counting anew, for a collection that was filled anew. */
export function forgetInternalIds(records: ReadonlyMap<string, unknown>): void {
  highestGiven.delete(records);
}
