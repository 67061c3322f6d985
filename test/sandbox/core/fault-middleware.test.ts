import express from 'express';
import http from 'node:http';

import { faultMiddleware } from '../../../sandbox/core/fault-middleware';
import { createFaultPlan, type FaultPlan } from '../../../sandbox/core/fault-plan';
import { createRequestJournal, type RequestJournal } from '../../../sandbox/core/request-journal';
import { listenOnLoopback, type SandboxServer } from '../../../sandbox/core/sandbox-server';

interface Reply {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

describe('planned faults', () => {
  let server: SandboxServer;
  let plan: FaultPlan;
  let journal: RequestJournal;
  let handled: number;

  function ask(options: { readonly path?: string; readonly timeout?: number; readonly token?: string } = {}) {
    return new Promise<Reply>((resolve, reject) => {
      const headers = options.token === undefined ? {} : { Authorization: `Bearer ${options.token}` };
      const request = http.get(`${server.baseUrl}${options.path ?? '/things'}`, { headers, agent: false });
      request.on('error', reject);
      if (options.timeout !== undefined) {
        request.setTimeout(options.timeout, () => request.destroy(new Error('no answer')));
      }
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      });
    });
  }

  beforeEach(async () => {
    plan = createFaultPlan();
    journal = createRequestJournal({ clock: { nowMs: () => 0 } });
    handled = 0;
    const app = express();
    app.use(journal.middleware);
    app.use(
      faultMiddleware({
        plan,
        vendor: {
          error: (_request, status) => ({ status, body: { vendorSays: status } }),
          limitExceeded: () => ({ status: 400, body: { vendorSays: 'too many' } }),
        },
        onFault: (response, kind) => journal.note(response, { fault: kind }),
      }),
    );
    app.get('/things', (_request, response) => {
      handled += 1;
      response.json({ names: ['Zoë', '漢字'] });
    });
    app.get('/pieces', (_request, response) => {
      response.write('{"a":');
      response.end('1}');
    });
    server = await listenOnLoopback(app);
  });

  afterEach(() => server.close());

  it('hit once when nothing else is said', async () => {
    plan.add({ fault: '503' });
    expect(await ask()).toMatchObject({ status: 503, body: '{"vendorSays":503}' });
    expect((await ask()).status).toBe(200);
    expect(handled).toBe(1);
  });

  it('hit n times, or always, in the order they were planned', async () => {
    plan.add({ fault: '500', times: 2 });
    plan.add({ fault: '503', times: 'always' });
    const statuses = [];
    for (let i = 0; i < 5; i += 1) statuses.push((await ask()).status);
    expect(statuses).toEqual([500, 500, 503, 503, 503]);
    expect(plan.pending()).toEqual([{ fault: '503', times: 'always', left: 'always' }]);
  });

  it('leave requests alone that they are not about', async () => {
    plan.add({ fault: '500', path: '/other' });
    plan.add({ fault: '500', method: 'POST' });
    expect((await ask()).status).toBe(200);
  });

  it('give a 429 with a Retry-After only when one is planned', async () => {
    plan.add({ fault: '429', retryAfterSeconds: 7 });
    plan.add({ fault: '429' });
    expect(await ask()).toMatchObject({ status: 429, headers: { 'retry-after': '7' } });
    expect((await ask()).headers).not.toHaveProperty('retry-after');
  });

  it('let the vendor say in its own way that a limit is exceeded', async () => {
    plan.add({ fault: 'limitExceeded' });
    expect(await ask()).toMatchObject({ status: 400, body: '{"vendorSays":"too many"}' });
  });

  it('show the HTML page of a gateway', async () => {
    plan.add({ fault: '502' });
    const reply = await ask();
    expect(reply).toMatchObject({
      status: 502,
      headers: { 'content-type': expect.stringContaining('html') },
    });
    expect(() => JSON.parse(reply.body)).toThrow(SyntaxError);
  });

  it('reset the connection before anything happened', async () => {
    plan.add({ fault: 'drop' });
    await expect(ask()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(handled).toBe(0);
    expect(journal.entries()).toMatchObject([{ status: null, notes: { fault: 'drop' } }]);
  });

  it('reset the connection after the request took effect', async () => {
    plan.add({ fault: 'timeoutAfterCommit' });
    await expect(ask()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(handled).toBe(1);
  });

  it('leave the client waiting after the request took effect', async () => {
    plan.add({ fault: 'timeoutAfterCommit', hang: true });
    await expect(ask({ timeout: 50 })).rejects.toThrow('no answer');
    expect(handled).toBe(1);
  });

  it('answer late, and not at all to a client that has left', async () => {
    plan.add({ fault: 'slow', delayMs: 30 });
    expect((await ask()).status).toBe(200);
    plan.add({ fault: 'slow', delayMs: 10_000 });
    await expect(ask({ timeout: 50 })).rejects.toThrow('no answer');
    expect(handled).toBe(1);
  });

  it('cut JSON in half with a length that fits what is sent', async () => {
    plan.add({ fault: 'truncatedJson', times: 2 });
    const reply = await ask();
    expect(reply.status).toBe(200);
    expect(reply.body.length).toBeGreaterThan(0);
    expect(() => JSON.parse(reply.body)).toThrow(SyntaxError);
    expect((await ask({ path: '/pieces' })).body).toBe('{"a');
  });

  it('send no body where one belongs', async () => {
    plan.add({ fault: 'emptyBody' });
    expect(await ask()).toMatchObject({ status: 200, body: '', headers: { 'content-length': '0' } });
  });

  it('wrap an error in a success', async () => {
    plan.add({ fault: 'okWithErrorBody' });
    expect(await ask()).toMatchObject({ status: 200, body: '{"vendorSays":500}' });
    expect(handled).toBe(0);
  });

  it('expire the token of a request, until they are cleared', async () => {
    plan.add({ fault: 'expireToken' });
    await ask({ token: 'abc' });
    expect(plan.isTokenExpired('abc')).toBe(true);
    expect(plan.isTokenExpired('abd')).toBe(false);
    plan.clear();
    expect(plan.isTokenExpired('abc')).toBe(false);
  });
});
