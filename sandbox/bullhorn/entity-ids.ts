/** Gives out entity ids: numbers that rise and are not given twice, also when the newest record is deleted. */
const highestGiven = new WeakMap<ReadonlyMap<number, unknown>, number>();

/** The id for a new record of this collection. */
export function nextEntityId(records: ReadonlyMap<number, unknown>): number {
  let id = (highestGiven.get(records) ?? [...records.keys()].reduce((a, b) => Math.max(a, b), 0)) + 1;
  while (records.has(id)) id += 1;
  highestGiven.set(records, id);
  return id;
}

/** Start counting anew, for a collection that was filled anew. */
export function forgetEntityIds(records: ReadonlyMap<number, unknown>): void {
  highestGiven.delete(records);
}
