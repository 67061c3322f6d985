import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { createExchange } from '../../../bridge/http/exchange';

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};

const close = async (server: Server): Promise<void> => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
};

describe('the proxy of the environment', () => {
  const vendor = createServer((_request, response) => response.end('{"ok":true}'));
  const proxy = createServer();
  let tunnels: (string | undefined)[] = [];
  let vendorPort = 0;
  const { HTTP_PROXY: httpProxyBefore } = process.env;

  beforeAll(async () => {
    vendorPort = await listen(vendor);
    const proxyPort = await listen(proxy);
    proxy.on('connect', (request, socket) => {
      tunnels.push(request.url);
      const upstream = connect(vendorPort, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
      socket.on('error', () => upstream.destroy());
      upstream.on('error', () => socket.destroy());
    });
    process.env['HTTP_PROXY'] = `http://127.0.0.1:${proxyPort}`;
  });
  beforeEach(() => {
    tunnels = [];
  });
  afterAll(async () => {
    if (httpProxyBefore === undefined) delete process.env['HTTP_PROXY'];
    else process.env['HTTP_PROXY'] = httpProxyBefore;
    await close(proxy);
    await close(vendor);
  });

  const askFor = async (baseUrl: string) => {
    const exchange = createExchange({ timeoutMs: 2000, connectTimeoutMs: 1000 });
    return exchange({ method: 'GET', baseUrl, path: '/things' });
  };

  it('leads to the vendor’s host', async () => {
    expect(await askFor('http://crm.example.com')).toMatchObject({ reply: { data: { ok: true } } });
    expect(tunnels).toEqual(['crm.example.com:80']);
  });

  it('is not asked for a host on this machine', async () => {
    expect(await askFor(`http://127.0.0.1:${vendorPort}`)).toMatchObject({ reply: { data: { ok: true } } });
    expect(tunnels).toEqual([]);
  });
});
