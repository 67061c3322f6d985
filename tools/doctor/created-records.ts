/** Remembers what the doctor made in the CRM, so that all of it is deleted, however the run ends. */

export interface CreatedRecord {
  /** The marked title, by which a person finds it when it cannot be deleted. */
  readonly title: string;
  /** Deletes it; succeeds where it is gone already. */
  remove(): Promise<void>;
}

export interface CreatedRecords {
  /** To be called as soon as the record is there. Several records may have one title. */
  add(record: CreatedRecord): void;
  /** For a write whose answer is lost: something with this title may be there and cannot be deleted by its id. */
  mayExist(title: string): void;
  /** Deletes the newest first, and all of them although one fails. Returns the titles of what may still be there. */
  removeAll(): Promise<readonly string[]>;
}

export const createCreatedRecords = (): CreatedRecords => {
  const records: CreatedRecord[] = [];
  const leftBehind: string[] = [];
  return {
    add: (record) => void records.push(record),
    mayExist: (title) => void leftBehind.push(title),
    removeAll: async () => {
      for (let record = records.pop(); record; record = records.pop()) {
        const { title } = record;
        await record.remove().catch(() => leftBehind.push(title));
      }
      return [...new Set(leftBehind)];
    },
  };
};
