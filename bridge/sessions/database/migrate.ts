/** Brings a database to the tables of this version; run at every start, by every process. */
import { z } from 'zod';
import { migrations } from './migrations';
import type { SqlDatabase } from './sql-database';

const rowsSchema = z.array(z.object({ name: z.string() }));

/** In one transaction, beside no other: of two processes that start at once, the second finds everything done. */
export const migrate = (database: SqlDatabase): Promise<void> =>
  database.exclusiveTransaction(async ({ query }) => {
    await query('create table if not exists bridge_migrations (name text primary key)');
    const done = new Set(
      rowsSchema.parse(await query('select name from bridge_migrations')).map(({ name }) => name),
    );
    for (const { name, statements } of migrations.filter((migration) => !done.has(migration.name))) {
      for (const statement of statements) await query(statement);
      await query('insert into bridge_migrations (name) values ($1)', [name]);
    }
  });
