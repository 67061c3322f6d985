/** What App Connect's client keeps and asks about its user (app-connect.md §2). */
import { Router } from 'express';
import { z } from 'zod';
import { readInput } from '../connectors/read-input';
import type { SessionServices } from '../sessions/session-services';
import type { ClientGuard } from './client-guard';
import { readJsonBody } from './json-body';
import { queryText } from './query-text';

export interface UserRoutesOptions extends Pick<SessionServices, 'settings' | 'hashUserInfo'> {
  readonly guard: ClientGuard;
}

const changeSchema = z.object({
  userSettings: z.record(z.string(), z.unknown()).nullish(),
  settingKeysToRemove: z.array(z.string()).nullish(),
});

export const createUserRoutes = ({ guard, settings, hashUserInfo }: UserRoutesOptions): Router => {
  const router = Router();
  router.get(
    '/user/settings',
    guard(async ({ id }, _request, response) => {
      response.json(await settings.read(id));
    }),
  );
  router.post(
    '/user/settings',
    guard(async ({ id }, request, response) => {
      const body = (await readJsonBody(request, response)) ?? {};
      const { userSettings, settingKeysToRemove } = readInput(changeSchema, body);
      const change = { set: userSettings ?? {}, remove: settingKeysToRemove ?? [] };
      response.json({ userSettings: await settings.change(id, change) });
    }),
  );
  // Nothing of the user is kept that could be out of date; the client goes on only after a 200.
  router.post(
    '/user/refreshInfo',
    guard(async (_session, _request, response) => {
      response.json({ successful: true });
    }),
  );
  router.get(
    '/hostname',
    guard(async ({ hostname }, _request, response) => {
      response.type('text/plain').send(hostname);
    }),
  );
  router.get('/userInfoHash', (request, response) => {
    const hashOf = (name: string): string | undefined => {
      const id = queryText(request, name);
      return id === '' ? undefined : hashUserInfo(id);
    };
    response.json({ extensionId: hashOf('extensionId'), accountId: hashOf('accountId') });
  });
  return router;
};
