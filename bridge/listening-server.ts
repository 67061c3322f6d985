/** The port of the bridge: taken, and given back when every request that came is answered. */
import { createServer, type Server } from 'node:http';
import type { Express } from 'express';
import type { BridgeConfig } from './config';

const DRAIN_LIMIT_MS = 10_000;

export interface ListeningServer {
  readonly baseUrl: string;
  /** Takes no more requests and answers those it has. */
  close(): Promise<void>;
}

type Address = Pick<BridgeConfig, 'port' | 'host'>;

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
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`);
    });
  });

const closeServer = async (server: Server): Promise<void> => {
  const timer = setTimeout(() => server.closeAllConnections(), DRAIN_LIMIT_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(timer);
};

/** @throws Error with a message for the person at the terminal, when the port cannot be had */
export const startServer = async (app: Express, address: Address): Promise<ListeningServer> => {
  const server = createServer(app);
  const baseUrl = await listen(server, address);
  return { baseUrl, close: () => closeServer(server) };
};
