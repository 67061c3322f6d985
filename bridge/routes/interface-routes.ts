/** What a connector can do, as App Connect's client asks before it lets its user choose one. */
import { Router } from 'express';
import { operations, platforms } from '../../src/contract/operations';
import type { Connectors } from '../connectors/create-connectors';
import { queryText } from './query-text';

/** Functions of App Connect's connector interface that are about something else than appointments. */
const interfaces = {
  getAuthType: true,
  getOauthInfo: true,
  getUserInfo: true,
  unAuthorize: true,
  createCallLog: false,
  updateCallLog: false,
  getCallLog: false,
  createMessageLog: false,
  updateMessageLog: false,
  createContact: false,
  findContact: false,
  upsertCallDisposition: false,
  getUserList: false,
  getLicenseStatus: false,
  getLogFormatType: false,
  refreshUserInfo: false,
  cacheCallNote: false,
} as const;

const operationInterfaces = Object.fromEntries(Object.keys(operations).map((name) => [name, true]));

export const createInterfaceRoutes = ({ connectors }: { readonly connectors: Connectors }): Router => {
  const router = Router();
  router.get('/implementedInterfaces', (request, response) => {
    const asked = queryText(request, 'platform');
    const platform = platforms.find((one) => one === asked);
    if (asked === '') response.status(400).type('text/plain').send('Please provide platform.');
    else if (platform && connectors[platform]) response.json({ ...interfaces, ...operationInterfaces });
    else response.status(400).json({ error: 'This bridge has no connection to that CRM.' });
  });
  return router;
};
