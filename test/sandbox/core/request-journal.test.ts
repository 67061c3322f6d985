import express from 'express';

import { createRequestJournal } from '../../../sandbox/core/request-journal';
import { listenOnLoopback } from '../../../sandbox/core/sandbox-server';

describe('the request journal', () => {
  it('keeps the last entries and bodies for tests, and counts everything', async () => {
    const journal = createRequestJournal({ clock: { nowMs: () => 42 }, limit: 2 });
    const app = express();
    app.use(journal.middleware, express.json());
    app.post('/notes', (_request, response) => void response.status(201).end());
    const server = await listenOnLoopback(app);
    for (const text of ['a', 'b', 'c']) {
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
      };
      await fetch(`${server.baseUrl}/notes`, init);
    }
    await server.close();
    expect(journal.entries().map(({ number }) => number)).toEqual([2, 3]);
    expect(journal.counts()).toEqual({ 'POST /notes': 3 });
    expect(journal.bodyOf(3)).toEqual({ text: 'c' });
    expect(journal.entries()[0]).toMatchObject({ atMs: 42, status: 201, queryKeys: [] });
    expect(JSON.stringify(journal.entries())).not.toContain('text');
  });

  it('counts requests to secret paths, and forgets their bodies', async () => {
    const journal = createRequestJournal({ clock: { nowMs: () => 42 }, secretPaths: /^\/oauth\//i });
    const app = express();
    app.use(journal.middleware, express.urlencoded({ extended: false }));
    app.post(['/oauth/token', '/notes'], (_request, response) => void response.end());
    const server = await listenOnLoopback(app);
    for (const path of ['/OAuth/token?state=s', '/notes']) {
      await fetch(`${server.baseUrl}${path}`, { method: 'POST', body: new URLSearchParams({ code: 'c' }) });
    }
    await server.close();
    expect(journal.entries()).toMatchObject([
      { path: '/OAuth/token', queryKeys: ['state'] },
      { path: '/notes' },
    ]);
    expect([journal.bodyOf(1), journal.bodyOf(2)]).toEqual([
      undefined,
      expect.objectContaining({ code: 'c' }),
    ]);
  });
});
