/** The tables of the bridge, as the steps that led to them. A step that was released is never changed. */
import { idempotencyMigration } from '../../idempotency/idempotency-migration';

interface Migration {
  /** Once used, for good. */
  readonly name: string;
  readonly statements: readonly string[];
}

/** What a row says is in `sealed`, encrypted; in clear are ids and when the row may go. */
export const migrations: readonly Migration[] = [
  {
    name: '0001-sessions',
    statements: [
      `create table sessions (
         id text primary key,
         sealed text not null,
         expires_at_ms bigint not null
       )`,
      'create index sessions_expires_at_ms on sessions (expires_at_ms)',
    ],
  },
  {
    name: '0002-single-use',
    statements: [
      `create table single_use (
         id text primary key,
         sealed text not null,
         expires_at_ms bigint not null
       )`,
      'create index single_use_expires_at_ms on single_use (expires_at_ms)',
    ],
  },
  {
    name: '0003-user-settings',
    statements: ['create table user_settings (id text primary key, sealed text not null)'],
  },
  idempotencyMigration,
];
