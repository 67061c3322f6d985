/** What the operations of the adapter work with. */
import type { BullhornClient } from './client';
import type { BullhornSettings } from './settings';

export interface BullhornDependencies {
  readonly client: BullhornClient;
  readonly settings: BullhornSettings;
  readonly log: { warn(ids: object, title: string): void };
}
