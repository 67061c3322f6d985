import { createServer as createTcpServer, type Socket } from 'node:net';
import { createServer, type RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { createDeadline } from '../../../bridge/http/deadline';
import { createExchange } from '../../../bridge/http/exchange';
import type { VendorRequest } from '../../../bridge/http/vendor-request';
import { startFakeVendor } from '../fake-vendor-server';

const exchange = createExchange({ timeoutMs: 2000, connectTimeoutMs: 100 });

const requestTo = (baseUrl: string, more: Partial<VendorRequest> = {}): VendorRequest => ({
  method: 'GET',
  baseUrl,
  path: '/things',
  headers: { Authorization: 'Bearer SECRET-TOKEN' },
  ...more,
});

interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

const listen = (server: ReturnType<typeof createTcpServer>): Promise<Listening> => {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => void sockets.add(socket));
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address ? address.port : 0,
        close: () => {
          sockets.forEach((socket) => socket.destroy());
          return new Promise((done) => server.close(() => done()));
        },
      });
    }),
  );
};

const serve = (listener: RequestListener): Promise<Listening> => listen(createServer(listener));

describe('an exchange', () => {
  it('gives up a connection that does not come about, knowing that nothing was sent', async () => {
    // Accepts and says nothing: the TLS handshake never ends.
    const silent = await listen(createTcpServer());
    const exchanged = await exchange(requestTo(`https://127.0.0.1:${silent.port}`, { method: 'POST' }));
    expect(exchanged).toEqual({ errorCode: 'ERR_CONNECT_TIMEOUT', wasSent: false });
    await silent.close();
  });

  it('knows that nothing was sent where the connection is refused', async () => {
    const gone = await listen(createTcpServer());
    await gone.close();
    const exchanged = await exchange(requestTo(`http://127.0.0.1:${gone.port}`, { method: 'POST' }));
    expect(exchanged).toEqual({ errorCode: 'ECONNREFUSED', wasSent: false });
  });

  it('gives the answer longer than the connection', async () => {
    const slow = await serve((_request, response) => void setTimeout(() => response.end('{"ok":true}'), 150));
    expect(await exchange(requestTo(`http://127.0.0.1:${slow.port}`))).toMatchObject({
      reply: { status: 200, data: { ok: true } },
    });
    await slow.close();
  });

  it('keeps a connection, and knows a request on it for sent', async () => {
    const connections = new Set<Socket>();
    const vendor = await serve((request, response) => {
      connections.add(request.socket);
      if (request.method === 'POST') request.socket.destroy();
      else response.end();
    });
    const baseUrl = `http://127.0.0.1:${vendor.port}`;
    await exchange(requestTo(baseUrl));
    expect(await exchange(requestTo(baseUrl, { method: 'POST' }))).toEqual({
      errorCode: 'ECONNRESET',
      wasSent: true,
    });
    expect(connections.size).toBe(1);
    await vendor.close();
  });

  it('ends at its time limit, or at the deadline where that is nearer', async () => {
    const vendor = await startFakeVendor(() => 'hang');
    const hasty = createExchange({ timeoutMs: 80, connectTimeoutMs: 1000 });
    expect(await hasty(requestTo(vendor.baseUrl))).toEqual({ errorCode: 'ETIMEDOUT', wasSent: true });
    const deadline = createDeadline({ afterMs: 50 });
    expect(await hasty(requestTo(vendor.baseUrl, { deadline }))).toEqual({
      errorCode: 'DEADLINE_PASSED',
      wasSent: true,
    });
    await vendor.close();
  });

  it('ends at its time limit also where an answer begins and does not end', async () => {
    const { port, close } = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"begun":');
    });
    const hasty = createExchange({ timeoutMs: 80, connectTimeoutMs: 1000 });
    expect(await hasty(requestTo(`http://127.0.0.1:${port}`))).toEqual({
      errorCode: 'ETIMEDOUT',
      wasSent: true,
    });
    await close();
  });

  it('ends when its caller goes while it waits for the answer', async () => {
    const { port, close } = await serve(() => gone.abort());
    const gone = new AbortController();
    const exchanged = await exchange(requestTo(`http://127.0.0.1:${port}`, { signal: gone.signal }));
    expect(exchanged).toEqual({ errorCode: 'ERR_CANCELED', wasSent: true });
    await close();
  });

  it('takes no answer that is over 10 MB once unpacked, however small it comes', async () => {
    const packed = gzipSync(Buffer.alloc(11 * 1024 * 1024, ' '));
    expect(packed.length).toBeLessThan(100_000);
    const vendor = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
    });
    expect(await exchange(requestTo(`http://127.0.0.1:${vendor.port}`))).toEqual({
      errorCode: 'RESPONSE_TOO_LARGE',
      wasSent: true,
    });
    await vendor.close();
  });

  it.each([301, 302, 303, 307, 308])('follows no redirect of %i to another origin', async (status) => {
    const elsewhere = await startFakeVendor(() => ({}));
    const vendor = await startFakeVendor(() => ({ status, headers: { location: elsewhere.baseUrl } }));
    expect(await exchange(requestTo(vendor.baseUrl))).toMatchObject({ reply: { status } });
    expect(elsewhere.requests).toEqual([]);
    await Promise.all([vendor.close(), elsewhere.close()]);
  });

  it('sends nothing for a caller who is gone', async () => {
    const vendor = await startFakeVendor(() => ({}));
    const exchanged = await exchange(requestTo(vendor.baseUrl, { signal: AbortSignal.abort() }));
    expect(exchanged).toEqual({ errorCode: 'ERR_CANCELED', wasSent: false });
    expect(vendor.requests).toEqual([]);
    await vendor.close();
  });
});
