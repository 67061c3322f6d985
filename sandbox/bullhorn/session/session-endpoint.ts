/** `ping` and `logout`: how long a session lasts, and its end (docs: Ping, Logout). */
import express, { type Router } from 'express';

import type { RouteDeclaration } from '../../core/route-ledger';
import type { RestContext } from '../rest-context';
import { restTokenOf } from './rest-token';
import type { SessionTable } from './session-table';

function documented(path: string, source: string): RouteDeclaration {
  return {
    method: 'get',
    path: `/rest-services/:corpToken/${path}`,
    status: 'implemented',
    provenance: 'documented',
    source: `rest-api-docs: ${source}`,
  };
}

export function createSessionEndpoint(options: RestContext & { readonly sessions: SessionTable }): Router {
  const { sessions, ledger, signedIn } = options;
  const router = express.Router({ caseSensitive: true });
  ledger.register(router, documented('ping', 'Ping'), (request, response) => {
    signedIn(request);
    response.json({ sessionExpires: sessions.use(restTokenOf(request) ?? '')?.expiresAtMs });
  });
  ledger.register(router, documented('logout', 'Logout'), (request, response) => {
    signedIn(request);
    sessions.end(restTokenOf(request) ?? '');
    response.json({ logout: 'OK' });
  });
  return router;
}
