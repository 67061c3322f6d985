/** Hands TCP connections to several servers by turns, and looks into none: a balancer that knows nothing of users. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface TcpBalancer {
  readonly port: number;
  /** Where connections go from now on, one after the other, beginning with the first; those that are open stay. */
  balance(ports: readonly number[]): void;
  close(): Promise<void>;
}

/** What ends one of the two ends the other. */
const join = (one: Socket, other: Socket): void => {
  one.pipe(other);
  one.on('error', () => other.destroy());
  one.on('close', () => other.destroy());
};

/** Listens on 127.0.0.1. A connection that comes while there is no server to hand it to is closed. */
export const startTcpBalancer = async (): Promise<TcpBalancer> => {
  let ports: readonly number[] = [];
  let turn = 0;
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    const port = ports[turn++ % ports.length];
    if (port === undefined) {
      client.destroy();
      return;
    }
    open.add(client);
    client.on('close', () => open.delete(client));
    const upstream = connect({ port, host: '127.0.0.1', noDelay: true });
    join(client, upstream);
    join(upstream, client);
  });
  const address = await new Promise<AddressInfo | string | null>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server.address()));
  });
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    balance: (next) => {
      ports = next;
      turn = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const client of open) client.destroy();
      }),
  };
};
