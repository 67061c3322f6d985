/** `ping`, `settings` and `logout`: how long a session lasts, whose it is, and its end (docs: Ping, Settings, Logout). */
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

/** The docs name the route; that it knows `userId` is what clients in the wild rely on. */
const settings: RouteDeclaration = {
  method: 'get',
  path: '/rest-services/:corpToken/settings/:names',
  status: 'partial',
  provenance: 'inferred',
  source: 'rest-api-docs: Settings; bullhorn-clio.md §1.11',
};

export function createSessionEndpoint(options: RestContext & { readonly sessions: SessionTable }): Router {
  const { sessions, ledger, signedIn, state } = options;
  const router = express.Router({ caseSensitive: true });
  ledger.register(router, documented('ping', 'Ping'), (request, response) => {
    signedIn(request);
    response.json({ sessionExpires: sessions.use(restTokenOf(request) ?? '')?.expiresAtMs });
  });
  ledger.register(router, settings, (request, response) => {
    const { id } = signedIn(request);
    const known: Readonly<Record<string, string | number>> = { userId: id, corpToken: state.corpToken };
    const names = String(request.params['names']).split(',');
    response.json(
      Object.fromEntries(
        names.filter((name) => Object.hasOwn(known, name)).map((name) => [name, known[name]]),
      ),
    );
  });
  ledger.register(router, documented('logout', 'Logout'), (request, response) => {
    signedIn(request);
    sessions.end(restTokenOf(request) ?? '');
    response.json({ logout: 'OK' });
  });
  return router;
}
