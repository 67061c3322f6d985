/** A schema of the bench's own in a Postgres that may have other things in it. */
import { openPostgresDatabase } from '../../bridge/sessions/database/postgres-database';

export interface PostgresSchema {
  /** Of the same database, with this schema as the one to work in. */
  readonly url: string;
  drop(): Promise<void>;
}

/** @throws Error where there is no such database, or its user may not create schemas */
export const openPostgresSchema = async (databaseUrl: string): Promise<PostgresSchema> => {
  const name = `bench_${process.pid}_${Date.now()}`;
  const admin = openPostgresDatabase({ url: databaseUrl, log: { error: () => undefined } });
  await admin.query(`create schema ${name}`);
  const url = new URL(databaseUrl);
  url.searchParams.set('options', `-c search_path=${name}`);
  return {
    url: url.href,
    drop: async () => {
      await admin.query(`drop schema ${name} cascade`);
      await admin.close();
    },
  };
};
