/** Gives out internal ids: numbers that rise and are not given twice, also when the newest record is deleted. */
const highestGiven = new WeakMap<ReadonlyMap<string, unknown>, number>();

/** The id for a new record of this collection. */
export function nextInternalId(records: ReadonlyMap<string, unknown>): string {
  let highest = highestGiven.get(records) ?? 0;
  for (const id of records.keys()) highest = Math.max(highest, Number(id));
  highestGiven.set(records, highest + 1);
  return String(highest + 1);
}

/** Start counting anew, for a collection that was filled anew. */
export function forgetInternalIds(records: ReadonlyMap<string, unknown>): void {
  highestGiven.delete(records);
}
