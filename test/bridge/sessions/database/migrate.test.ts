import { migrate } from '../../../../bridge/sessions/database/migrate';
import { openTestDatabase, type TestDatabase } from '../test-database';

let test: TestDatabase;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

const names = async (): Promise<readonly unknown[]> =>
  test.database.query('select name from bridge_migrations order by name');

describe('migrating a database', () => {
  it('notes each step that it took', async () => {
    expect(await names()).toEqual([
      { name: '0001-sessions' },
      { name: '0002-single-use' },
      { name: '0003-user-settings' },
      { name: '0004-idempotency' },
    ]);
  });

  it('does nothing the second time, and keeps what is there', async () => {
    await test.database.query("insert into user_settings (id, sealed) values ('1', 'x')");
    await migrate(test.database);
    expect(await test.database.query('select id from user_settings')).toEqual([{ id: '1' }]);
  });

  it('goes well when two processes start at once', async () => {
    for (const table of ['sessions', 'single_use', 'user_settings', 'idempotency', 'bridge_migrations']) {
      await test.database.query(`drop table ${table}`);
    }
    await Promise.all([migrate(test.database), migrate(test.ofAnotherProcess), migrate(test.database)]);
    expect(await names()).toHaveLength(4);
  });

  it('does all of a step or none', async () => {
    const failing = test.database.transaction(async ({ query }) => {
      await query('create table half_done (id text)');
      throw new Error('in between');
    });
    await expect(failing).rejects.toThrow('in between');
    await expect(test.database.query('select * from half_done')).rejects.toThrow(
      /does not exist|no such table/,
    );
  });
});
