/** `/api/v4/users/who_am_i`: who has signed in. It needs the Users permission, which an app may well not have. */
import type { Router } from 'express';

import { apiHandler, type ApiOptions } from '../api/api-call';
import { selectedFields, sendShow } from '../api/show-reply';
import { entityTag } from '../entity-tag';
import { userResource } from './user-resource';

export function addUserRoutes(router: Router, options: ApiOptions): void {
  options.ledger.register(
    router,
    {
      method: 'get',
      path: '/api/v4/users/who_am_i{.json}',
      status: 'implemented',
      provenance: 'documented',
      source: 'OpenAPI User#who_am_i; the 403 without Users permission was observed',
    },
    apiHandler(options, ['users', 'read'], (call) => {
      const { user } = call.reader;
      const etag = entityTag('User', user.id, user.version);
      const selection = selectedFields(call, userResource);
      sendShow(call, userResource, user, { etag, updatedAtMs: user.updatedAtMs, selection });
    }),
  );
}
