import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { startAccount, type RunningAccount } from './small-account';

const script = `/**
 * @NApiVersion 2.1
 * @NScriptType Restlet
 */
define(['N/runtime', 'N/error', 'N/scriptTypes/restlet'], (runtime, error, restlet) => ({
  get: (parameters) => ({ parameters, me: runtime.getCurrentUser().id }),
  post: ({ page }) => restlet.createResponse({ content: page, contentType: 'text/html' }),
  put: (body) => {
    if (body === 'plain') throw new Error('oops');
    throw error.create({ name: 'MY_CODE', message: 'Not today' });
  },
}));
`;

const deployment = `<restlet scriptid="customscript_run">
  <scriptfile>[/SuiteApps/com.example/run.js]</scriptfile>
  <scriptdeployments>
    <scriptdeployment scriptid="customdeploy_run">
      <allroles>T</allroles><isdeployed>T</isdeployed><status>RELEASED</status>
    </scriptdeployment>
  </scriptdeployments>
</restlet>`;

describe('a RESTlet that is installed', () => {
  const url = '/app/site/hosting/restlet.nl?script=customscript_run&deploy=customdeploy_run';
  let folder: string;
  let account: RunningAccount;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'suiteapp-'));
    const cabinet = path.join(folder, 'FileCabinet/SuiteApps/com.example');
    mkdirSync(cabinet, { recursive: true });
    mkdirSync(path.join(folder, 'Objects'));
    writeFileSync(path.join(cabinet, 'run.js'), script);
    writeFileSync(path.join(folder, 'Objects/customscript_run.xml'), deployment);
    account = await startAccount({ suiteAppFolder: folder });
  });

  afterAll(async () => {
    await account.close();
    rmSync(folder, { recursive: true });
  });

  it('runs as the user who calls it', async () => {
    const headers = { 'content-type': 'application/json' };
    const reply = await account.call('GET', `${url}&page=0`, { as: '3', headers });
    expect(reply).toMatchObject({ status: 200, json: { parameters: { page: '0' }, me: 3 } });
  });

  it('chooses the type of its answer with createResponse', async () => {
    const reply = await account.call('POST', url, { body: { page: '<p>é</p>' } });
    expect(reply).toMatchObject({ status: 200, text: '<p>é</p>' });
    expect(reply.headers.get('content-type')).toContain('text/html');
  });

  it('shows its errors with their codes, and 405 for a method it does not have', async () => {
    expect(await account.call('PUT', url, { body: {} })).toMatchObject({
      status: 400,
      json: { error: { code: 'MY_CODE', message: 'Not today' } },
    });
    const plain = { body: 'plain', headers: { 'content-type': 'text/plain' } };
    expect(await account.call('PUT', url, plain)).toMatchObject({
      status: 400,
      json: { error: { code: 'UNEXPECTED_ERROR' } },
    });
    expect((await account.call('DELETE', url)).status).toBe(405);
  });
});
