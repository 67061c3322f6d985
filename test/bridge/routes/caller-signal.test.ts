import { once } from 'node:events';
import { createServer, request as send, type ClientRequest, type Server } from 'node:http';
import express, { type Response } from 'express';
import { callerSignal } from '../../../bridge/routes/caller-signal';

let server: Server;
let caller: ClientRequest;

/** The response to a caller who waits for it. */
const responseToCaller = async (): Promise<Response> => {
  const app = express();
  const arrived = new Promise<Response>((resolve) => {
    app.use((_request, response) => resolve(response));
  });
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  caller = send({ host: '127.0.0.1', port, agent: false });
  caller.on('error', () => undefined);
  caller.end();
  return arrived;
};

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe('the signal that the caller is gone', () => {
  it('comes when the caller goes', async () => {
    const response = await responseToCaller();
    const signal = callerSignal(response);
    expect(signal.aborted).toBe(false);
    caller.destroy();
    await once(response, 'close');
    expect(signal.aborted).toBe(true);
  });

  it('comes at once for a caller who went before anybody asked', async () => {
    const response = await responseToCaller();
    caller.destroy();
    await once(response, 'close');
    expect(callerSignal(response).aborted).toBe(true);
  });

  it('does not come for a caller who has the answer', async () => {
    const response = await responseToCaller();
    const signal = callerSignal(response);
    response.end('done');
    await once(response, 'close');
    expect(signal.aborted).toBe(false);
    expect(callerSignal(response).aborted).toBe(false);
  });
});
