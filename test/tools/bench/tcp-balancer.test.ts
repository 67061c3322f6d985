import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { startTcpBalancer, type TcpBalancer } from '../../../tools/bench/tcp-balancer';

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};

/** Answers with its name what it is sent, until the other side ends. */
const startNamed = async (name: string): Promise<Server> => {
  const server = createServer((socket) => {
    socket.on('data', (chunk) => socket.write(`${name} ${String(chunk)};`));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

const ask = async (socket: Socket, question: string): Promise<string> => {
  socket.write(question);
  const [answer] = await once(socket, 'data');
  return String(answer);
};

describe('the balancer', () => {
  let servers: readonly Server[];
  let ports: readonly number[];
  let balancer: TcpBalancer;
  const clients: Socket[] = [];

  const client = (): Socket => {
    const socket = connect({ port: balancer.port, host: '127.0.0.1' });
    clients.push(socket);
    return socket;
  };

  beforeEach(async () => {
    servers = [await startNamed('first'), await startNamed('second')];
    ports = servers.map(portOf);
    balancer = await startTcpBalancer();
  });

  afterEach(async () => {
    for (const socket of clients.splice(0)) socket.destroy();
    await balancer.close();
    for (const server of servers) server.close();
  });

  it('hands connections to the servers by turns, beginning with the first', async () => {
    balancer.balance(ports);
    const answers: string[] = [];
    for (let count = 0; count < 4; count++) answers.push(await ask(client(), 'who'));
    expect(answers).toEqual(['first who;', 'second who;', 'first who;', 'second who;']);
  });

  it('leaves a connection where it is, whatever is asked on it and wherever new ones go', async () => {
    balancer.balance(ports);
    const kept = client();
    expect(await ask(kept, 'one')).toBe('first one;');
    balancer.balance(ports.slice(1));
    expect(await ask(client(), 'new')).toBe('second new;');
    expect(await ask(kept, 'two')).toBe('first two;');
  });

  it('closes a connection that nobody takes', async () => {
    const alone = client();
    alone.on('error', () => undefined);
    await once(alone, 'close');
    const [server] = servers;
    server?.close();
    balancer.balance(ports.slice(0, 1));
    const refused = client();
    refused.on('error', () => undefined);
    await once(refused, 'close');
    expect([alone.destroyed, refused.destroyed]).toEqual([true, true]);
  });
});
