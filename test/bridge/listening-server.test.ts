import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import express, { type Response } from 'express';
import { startServer, type ListeningServer } from '../../bridge/listening-server';

interface HeldServer extends ListeningServer {
  /** Resolves with the answer to give, once a request waits for it. */
  nextRequest(): Promise<Response>;
}

const startHeld = async (drainLimitMs?: number): Promise<HeldServer> => {
  const waiting: Response[] = [];
  const askers: ((response: Response) => void)[] = [];
  const app = express();
  app.get('/now', (_request, response) => void response.send('now'));
  app.get('/held', (_request, response) => {
    const asker = askers.shift();
    if (asker) asker(response);
    else waiting.push(response);
  });
  const server = await startServer(app, { port: 0, host: '127.0.0.1' }, drainLimitMs);
  return {
    ...server,
    nextRequest: () =>
      new Promise((resolve) => {
        const response = waiting.shift();
        if (response) resolve(response);
        else askers.push(resolve);
      }),
  };
};

interface Answer {
  readonly text: string;
  readonly connection: string | undefined;
}

const textOf = async (incoming: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of incoming) text += String(chunk);
  return text;
};

const ask = (url: string, agent: Agent): Promise<Answer> =>
  new Promise((resolve, reject) => {
    get(url, { agent }, (incoming) => {
      textOf(incoming).then((text) => resolve({ text, connection: incoming.headers.connection }), reject);
    }).on('error', reject);
  });

const refusal = (baseUrl: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(baseUrl).port), '127.0.0.1');
    socket.once('connect', () => resolve('connected'));
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
  });

const agents: Agent[] = [];
const keepingAgent = (): Agent => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  agents.push(agent);
  return agent;
};

afterEach(() => agents.splice(0).forEach((agent) => agent.destroy()));

describe('the server at all addresses of the machine', () => {
  it('is to be found at its own name: a browser would go to 0.0.0.0 and be another origin', async () => {
    const server = await startServer(
      express().get('/now', (_request, response) => void response.send('now')),
      { port: 0, host: '0.0.0.0' },
    );
    expect(server.baseUrl).toMatch(/^http:\/\/localhost:\d+$/);
    expect(await ask(`${server.baseUrl}/now`, keepingAgent())).toMatchObject({ text: 'now' });
    await server.close();
  });
});

describe('the server when it is closed', () => {
  it('answers what it has and takes no connection more', async () => {
    const server = await startHeld();
    const asked = ask(`${server.baseUrl}/held`, keepingAgent());
    const response = await server.nextRequest();
    const closed = server.close();
    expect(await refusal(server.baseUrl)).toBe('ECONNREFUSED');
    response.send('late');
    expect(await asked).toMatchObject({ text: 'late' });
    await closed;
  });

  it('ends the connections that are kept with nothing to do', async () => {
    const server = await startHeld();
    expect(await ask(`${server.baseUrl}/now`, keepingAgent())).toEqual({
      text: 'now',
      connection: 'keep-alive',
    });
    await server.close();
  });

  it('ends a kept connection with the answer it waits for', async () => {
    const server = await startHeld();
    const asked = ask(`${server.baseUrl}/held`, keepingAgent());
    const response = await server.nextRequest();
    const closed = server.close();
    response.send('late');
    expect((await asked).connection).toBe('close');
    await closed;
  });

  it('ends a kept connection also where the answer was under way', async () => {
    const server = await startHeld();
    const agent = keepingAgent();
    const asked = ask(`${server.baseUrl}/held`, agent);
    const response = await server.nextRequest();
    response.write('first ');
    const socketGone = new Promise((resolve) => response.socket?.once('end', resolve));
    const closed = server.close();
    response.end('and last');
    expect((await asked).text).toBe('first and last');
    await socketGone;
    await expect(ask(`${server.baseUrl}/now`, agent)).rejects.toThrow(/ECONNREFUSED/);
    await closed;
  });

  it('cuts off what is not answered in time', async () => {
    const server = await startHeld(20);
    const asked = ask(`${server.baseUrl}/held`, keepingAgent());
    await server.nextRequest();
    await server.close();
    await expect(asked).rejects.toThrow(/socket hang up|ECONNRESET/);
  });
});

describe('the server when it cannot have its port', () => {
  it('says what to do when the port is taken', async () => {
    const server = await startHeld();
    const port = Number(new URL(server.baseUrl).port);
    await expect(startServer(express(), { port, host: '127.0.0.1' })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken. End what uses it, or choose another one: PORT=${port + 1} npm start`,
    );
    await server.close();
  });

  it('names the settings when there is no such address on this machine', async () => {
    await expect(startServer(express(), { port: 0, host: '192.0.2.1' })).rejects.toThrow(
      /cannot listen on 192\.0\.2\.1:0 \(E\w+\)\. Check HOST and PORT/,
    );
  });
});
