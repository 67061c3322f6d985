/** `loginInfo`: tells, without signing in, which hosts a user belongs to (docs: General Conventions, URLs). */
import express, { type Router } from 'express';

import { badRequest } from '../bullhorn-error';
import { requestBaseUrl } from '../request-host';
import { queryParameters } from '../request-parameters';
import type { RestContext } from '../rest-context';

function loginInfo(baseUrl: string): object {
  return {
    atsUrl: baseUrl,
    billingSyncUrl: `${baseUrl}/billing-sync`,
    coreUrl: `${baseUrl}/core`,
    documentEditorUrl: `${baseUrl}/document-editor`,
    mobileUrl: `${baseUrl}/mobile`,
    oauthUrl: `${baseUrl}/oauth`,
    restUrl: `${baseUrl}/rest-services`,
    samlUrl: `${baseUrl}/saml`,
    novoUrl: `${baseUrl}/novo`,
    pulseInboxUrl: `${baseUrl}/pulse-inbox`,
    canvasUrl: `${baseUrl}/canvas`,
    npsSurveyUrl: `${baseUrl}/nps-survey`,
    ulUrl: `${baseUrl}/universal-login`,
    dataCenterId: 1,
    superClusterId: 1,
  };
}

export function createLoginInfoEndpoint(context: Pick<RestContext, 'state' | 'ledger'>): Router {
  const router = express.Router({ caseSensitive: true });
  context.ledger.register(
    router,
    {
      method: 'get',
      path: '/rest-services/loginInfo',
      status: 'implemented',
      provenance: 'documented',
      source: 'rest-api-docs: URLs; keys observed (BH-PL); the answer for an unknown user inferred',
    },
    (request, response) => {
      const username = queryParameters(request).get('username');
      const isKnown = [...context.state.users.values()].some((user) => user.username === username);
      if (!isKnown) throw badRequest('There is no such user.');
      response.json(loginInfo(requestBaseUrl(request)));
    },
  );
  return router;
}
