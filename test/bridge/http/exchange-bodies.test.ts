import { createServer, type RequestListener } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { createExchange } from '../../../bridge/http/exchange';

const exchange = createExchange({ timeoutMs: 2000, connectTimeoutMs: 1000 });

const text = JSON.stringify({ name: 'Conor O’Brien', notes: 'ä'.repeat(200_000) });

/** One answer of a server that is gone then. */
const exchangeWith = async (listener: RequestListener) => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const exchanged = await exchange({ method: 'GET', baseUrl: `http://127.0.0.1:${port}`, path: '/things' });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return exchanged;
};

describe('the body of an answer', () => {
  it.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['br', brotliCompressSync(text)],
    ['GZIP', gzipSync(text)],
    [undefined, Buffer.from(text)],
  ])('is read when it comes as %s', async (coding, body) => {
    const exchanged = await exchangeWith((_request, response) => {
      response.writeHead(200, coding === undefined ? {} : { 'content-encoding': coding }).end(body);
    });
    expect(exchanged).toMatchObject({ reply: { status: 200, data: JSON.parse(text) } });
  });

  it('is asked for in the codings that can be read', async () => {
    let asked: string | undefined;
    await exchangeWith((request, response) => {
      asked = String(request.headers['accept-encoding']);
      response.end();
    });
    expect(asked).toBe('gzip, deflate, br');
  });

  it('is put together of letters that were cut between two packets', async () => {
    const body = Buffer.from(text);
    const cut = body.indexOf('’') + 1;
    const exchanged = await exchangeWith((_request, response) => {
      response.write(body.subarray(0, cut));
      setTimeout(() => response.end(body.subarray(cut)), 20);
    });
    expect(exchanged).toMatchObject({ reply: { data: { name: 'Conor O’Brien' } } });
  });

  it.each([
    ['gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['br', brotliCompressSync(text)],
  ])('is no answer where it ends too soon, packed as %s', async (coding, body) => {
    const exchanged = await exchangeWith((_request, response) => {
      response.writeHead(200, { 'content-encoding': coding }).end(body.subarray(0, body.length - 20));
    });
    expect(exchanged).toEqual({ errorCode: 'Z_BUF_ERROR', wasSent: true });
  });

  it('is no answer where it breaks off', async () => {
    const exchanged = await exchangeWith((request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"begun":', () => request.socket.destroy());
    });
    expect(exchanged).toEqual({ errorCode: 'ECONNRESET', wasSent: true });
  });

  it('is no answer where it is not packed as it says', async () => {
    const exchanged = await exchangeWith((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('{"not":"packed"}');
    });
    expect(exchanged).toEqual({ errorCode: 'Z_DATA_ERROR', wasSent: true });
  });

  it('is the text itself where it is no JSON, and an empty text where there is none', async () => {
    expect(await exchangeWith((_request, response) => response.end('<html>'))).toMatchObject({
      reply: { data: '<html>' },
    });
    expect(await exchangeWith((_request, response) => response.writeHead(204).end())).toMatchObject({
      reply: { status: 204, data: '' },
    });
  });
});
