import { createServer, type AddressInfo } from 'node:net';
import { AppointmentError } from '../../../../src/contract/failure';
import { openPostgresDatabase } from '../../../../bridge/sessions/database/postgres-database';

const log = { error: () => {} };

const failureOf = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a Postgres that cannot be reached', () => {
  it('is a failure that passes, for a statement as for a transaction', async () => {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address: AddressInfo | string | null = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const database = openPostgresDatabase({ url: `postgres://user:SECRET@127.0.0.1:${port}/x`, log });
    for (const act of [
      () => database.query('select 1'),
      () => database.transaction(({ query }) => query('select 1')),
    ]) {
      const failure = await failureOf(act());
      expect(failure).toBeInstanceOf(AppointmentError);
      expect(failure).toMatchObject({ code: 'upstream_unavailable', retryable: true });
      expect(String(failure)).not.toContain('SECRET');
    }
    await database.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
});
