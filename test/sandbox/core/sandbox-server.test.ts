import { connect } from 'node:net';

import { listenOnLoopback } from '../../../sandbox/core/sandbox-server';

describe('the sandbox server', () => {
  it('closes at once although a connection is open, and frees its port', async () => {
    const server = await listenOnLoopback(() => undefined);
    const port = Number(new URL(server.baseUrl).port);
    const socket = connect(port, '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.on('error', () => undefined);
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await server.close();
    await closed;
    const again = await listenOnLoopback((_request, response) => response.end('ok'), port);
    expect(await (await fetch(again.baseUrl)).text()).toBe('ok');
    await again.close();
    await again.close();
  });

  it('says when the port is taken', async () => {
    const server = await listenOnLoopback(() => undefined);
    const port = Number(new URL(server.baseUrl).port);
    await expect(listenOnLoopback(() => undefined, port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await server.close();
  });
});
