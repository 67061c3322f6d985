/** A port for a process that has to be told its port before it starts, because its public address is made of it. */
import { createServer } from 'node:net';

/** A port of 127.0.0.1 that nothing listens on now; another process may take it in the meantime. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
