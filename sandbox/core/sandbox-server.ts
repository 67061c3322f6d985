/** Serves an emulator on this computer only, and stops at once when told to. */
import { createServer, type RequestListener } from 'node:http';

export interface SandboxServer {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** Cuts open connections; done when the port is free. Closing twice does no harm. */
  close(): Promise<void>;
}

/** @throws the error of the operating system, e.g. EADDRINUSE, when the port cannot be had. */
export async function listenOnLoopback(app: RequestListener, port = 0): Promise<SandboxServer> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no TCP port.');
  return {
    baseUrl: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
