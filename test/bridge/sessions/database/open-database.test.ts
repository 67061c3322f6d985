import { createServer, type Server, type Socket } from 'node:net';
import { AppointmentError } from '../../../../src/contract/failure';
import { openDatabase } from '../../../../bridge/sessions/database/open-database';

const log = { error: () => {} };

/** What Postgres says before it closes (Postgres documentation, "Message Formats", ErrorResponse). */
const errorResponse = (code: string, message: string): Buffer => {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeUInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
};

let server: Server;
let answer: (socket: Socket) => void;
let host: string;

beforeEach(async () => {
  server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => answer(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const failureOf = async (url: string): Promise<unknown> =>
  openDatabase({ url, directory: undefined, log }).then(
    () => undefined,
    (error: unknown) => error,
  );

const start = (parameters = ''): Promise<unknown> =>
  failureOf(`postgres://SECRET-USER:SECRET@${host}/SECRET-NAME${parameters}`);

const refuseWith =
  (code: string, message: string): typeof answer =>
  (socket) =>
    socket.end(errorResponse(code, message));

describe('A start without its Postgres', () => {
  it.each<[string, string, typeof answer, string]>([
    [
      'the password is wrong',
      '',
      refuseWith('28P01', 'password authentication failed for user "SECRET-USER"'),
      '(28P01): it does not take the user and the password.',
    ],
    [
      'there is no such database',
      '',
      refuseWith('3D000', 'database "SECRET-NAME" does not exist'),
      '(3D000): it has no such database.',
    ],
    ['it has no TLS', '?sslmode=verify-full', (socket) => socket.end('N'), '(no code): it has no TLS'],
    ['it says nothing', '', (socket) => socket.end(), '(no code): it cannot be used.'],
  ])('names the setting, the host and the code where %s', async (_why, parameters, answered, words) => {
    answer = answered;
    const failure = await start(parameters);
    expect(String(failure)).toContain(`DATABASE_URL: the Postgres at ${host} cannot be had ${words}`);
    expect(String(failure)).not.toContain('SECRET');
    expect(failure).not.toBeInstanceOf(AppointmentError);
  });

  it('names them where nothing listens', async () => {
    await new Promise((resolve) => server.close(resolve));
    expect(String(await start())).toContain(
      `DATABASE_URL: the Postgres at ${host} cannot be had (ECONNREFUSED): nothing listens there.`,
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  it('names the socket where the address does so among its parameters', async () => {
    const failure = await failureOf('postgres://SECRET@localhost/SECRET?host=/nowhere');
    expect(String(failure)).toContain('DATABASE_URL: the Postgres at /nowhere cannot be had (ENOENT)');
    expect(String(failure)).not.toContain('SECRET');
  });
});
