/**
 * A second data centre, which sends everybody to the first: "If you do not use the correct URLs for a user, you will
 * receive a 307 redirect to the correct data center" (docs: General Conventions, URLs). One computer has one host
 * name, so that here it is a prefix of the path.
 */
import express, { type Router } from 'express';

import type { RouteLedger } from '../../core/route-ledger';
import { requestBaseUrl } from '../request-host';

const otherDataCenterPrefix = '/other-data-center';

const redirectedPaths = [
  '/oauth/authorize',
  '/oauth/token',
  '/rest-services/login',
  '/rest-services/:corpToken/*rest',
] as const;

export function createOtherDataCenter(ledger: RouteLedger): Router {
  const router = express.Router({ caseSensitive: true });
  for (const path of redirectedPaths) {
    for (const method of ['get', 'post', 'put', 'delete'] as const) {
      ledger.register(
        router,
        {
          method,
          path: `${otherDataCenterPrefix}${path}`,
          status: 'implemented',
          provenance: 'documented',
          source: 'rest-api-docs: URLs (307); the path prefix is the sandbox’s stand-in for a host name',
        },
        (request, response) => {
          const rightPath = request.originalUrl.slice(otherDataCenterPrefix.length);
          response.redirect(307, `${requestBaseUrl(request)}${rightPath}`);
        },
      );
    }
  }
  return router;
}
