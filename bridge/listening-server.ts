/** The port of the bridge: taken, and given back when every request that came is answered. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Express } from 'express';
import type { BridgeConfig } from './config';

/** A request has 25 seconds to be answered or to fail: one that is still there after it will not be answered. */
const DRAIN_LIMIT_MS = 27_000;

export interface ListeningServer {
  readonly baseUrl: string;
  /** Takes no more requests and answers those it has. */
  close(): Promise<void>;
}

type Address = Pick<BridgeConfig, 'port' | 'host'>;

/** All addresses of the machine: none to go to, so its own name stands for it. */
const WILDCARDS = ['0.0.0.0', '::'];

const urlOf = (host: string, port: number): string => {
  if (WILDCARDS.includes(host)) return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
};

const listen = (server: Server, { port, host }: Address): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(
        new Error(
          isTaken
            ? `Port ${port} on ${host} is taken. End what uses it, or choose another one: PORT=${port + 1} npm start`
            : `The bridge cannot listen on ${host}:${port} (${error.code ?? 'unknown'}). Check HOST and PORT.`,
        ),
      );
    });
    server.listen(port, host, () => {
      const address = server.address();
      const actualPort = typeof address === 'object' && address ? address.port : port;
      resolve(urlOf(host, actualPort));
    });
  });

/**
 * A connection that is kept for more requests ends with the answer it is waiting for: Node itself would keep it for five
 * seconds more, and take what comes on it.
 */
const createDrain = (server: Server) => {
  const unanswered = new Set<ServerResponse>();
  let isDraining = false;
  const endConnectionOf = (response: ServerResponse): void => {
    if (!response.headersSent) response.setHeader('Connection', 'close');
  };
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    unanswered.add(response);
    response.once('close', () => {
      unanswered.delete(response);
      if (isDraining) socket.end();
    });
    if (isDraining) endConnectionOf(response);
  });
  return async (limitMs: number): Promise<void> => {
    isDraining = true;
    unanswered.forEach(endConnectionOf);
    const timer = setTimeout(() => server.closeAllConnections(), limitMs);
    await new Promise<void>((resolve) => server.close(() => resolve()));
    clearTimeout(timer);
  };
};

/**
 * @param drainLimitMs what is not answered after it, when the server closes, is cut off
 * @throws Error with a message for the person at the terminal, when the port cannot be had
 */
export const startServer = async (
  app: Express,
  address: Address,
  drainLimitMs: number = DRAIN_LIMIT_MS,
): Promise<ListeningServer> => {
  const server = createServer();
  const drain = createDrain(server);
  server.on('request', app);
  const baseUrl = await listen(server, address);
  return { baseUrl, close: () => drain(drainLimitMs) };
};
