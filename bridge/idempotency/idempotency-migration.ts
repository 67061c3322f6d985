/** The table of remembered writes, as a step among the migrations of the bridge's database. */
export const idempotencyMigration = {
  name: '0004-idempotency',
  statements: [
    `create table idempotency (
       id text primary key,
       owner text not null,
       runs_until_ms bigint not null,
       sealed text not null,
       expires_at_ms bigint not null
     )`,
    'create index idempotency_expires_at_ms on idempotency (expires_at_ms)',
  ],
} as const;
