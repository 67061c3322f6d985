import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { RestletOutcome, RestletRequest } from '../../../sandbox/netsuite/runtime/restlet-runner';
import { startAccount, type CallOptions, type Reply, type RunningAccount } from './small-account';

const usage = { units: 25, searches: 2 };

function restletXml(scriptId: string, deployment: string): string {
  return `<restlet scriptid="${scriptId}">
    <!-- <scriptfile>[/SuiteApps/com.example/old.js]</scriptfile> -->
    <isinactive>F</isinactive>
    <scriptfile>[/SuiteApps/com.example/calendar.js]</scriptfile>
    <scriptdeployments>
      <scriptdeployment scriptid="customdeploy_x">${deployment}</scriptdeployment>
    </scriptdeployments>
  </restlet>`;
}

const released = '<isdeployed>T</isdeployed><status>RELEASED</status>';
const objects: Readonly<Record<string, string>> = {
  'a_all.xml': restletXml('customscript_all', `${released}<allroles>T</allroles>`),
  'b_testing.xml': restletXml(
    'customscript_testing',
    '<isdeployed>T</isdeployed><status>TESTING</status><allroles>T</allroles>',
  ),
  'c_sales.xml': restletXml(
    'customscript_sales',
    `${released}<allroles>F</allroles><audslctrole>EXECUTIVE|[scriptid=customrole_sales]</audslctrole>`,
  ),
  'd_nobody.xml': restletXml('customscript_nobody', released),
  'e_undeployed.xml': restletXml(
    'customscript_undeployed',
    '<status>RELEASED</status><allroles>T</allroles>',
  ),
  'f_employees.xml': restletXml('customscript_employees', `${released}<allemployees>T</allemployees>`),
};

describe('restlet.nl', () => {
  let folder: string;
  let account: RunningAccount;
  let requests: RestletRequest[];
  let outcome: RestletOutcome;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'suiteapp-'));
    mkdirSync(path.join(folder, 'Objects'));
    for (const [name, xml] of Object.entries(objects)) writeFileSync(path.join(folder, 'Objects', name), xml);
    requests = [];
    outcome = { kind: 'returned', value: { data: [] }, usage };
    const runner = {
      run(request: RestletRequest): RestletOutcome {
        requests.push(request);
        return outcome;
      },
    };
    account = await startAccount({ suiteAppFolder: folder, runner });
  });

  afterEach(async () => {
    await account.close();
    rmSync(folder, { recursive: true });
  });

  const restlet = (script: string, query = '', deploy = 'customdeploy_x'): string =>
    `/app/site/hosting/restlet.nl?script=${script}&deploy=${deploy}${query}`;
  const json = { 'content-type': 'application/json' };

  function ask(method: string, options: CallOptions & { readonly query?: string } = {}): Promise<Reply> {
    return account.call(method, restlet('customscript_all', options.query), { headers: json, ...options });
  }

  const errorOf = (code: string): object => ({ error: { code, message: expect.any(String) } });

  it('runs the file of the deployment as the user, with its parameters as strings', async () => {
    const reply = await ask('GET', { query: '&startDate=2026-03-01&page=0&name=Zo%C3%AB' });
    expect(reply).toMatchObject({ status: 200, json: { data: [] } });
    expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(requests).toEqual([
      {
        method: 'get',
        file: path.join(folder, 'FileCabinet/SuiteApps/com.example/calendar.js'),
        input: { startDate: '2026-03-01', page: '0', name: 'Zoë' },
        user: account.sandbox.state.users.get('1'),
        scriptId: 'customscript_all',
        deploymentId: 'customdeploy_x',
      },
    ]);
  });

  it('passes script and deploy on when the switch says so', async () => {
    account.sandbox.setSwitches({ restletReceivesScriptParameters: true });
    await ask('DELETE', { query: '&id=5' });
    expect(requests[0]?.input).toEqual({ script: 'customscript_all', deploy: 'customdeploy_x', id: '5' });
  });

  it('notes the units a run has used in the journal', async () => {
    await ask('GET');
    expect(account.sandbox.journal.entries()).toMatchObject([
      { status: 200, notes: { script: 'customscript_all', units: 25, searches: 2 } },
    ]);
  });

  describe('the deployment', () => {
    it('can be named by numbers', async () => {
      expect((await account.call('GET', restlet('100', '', '1'), { headers: json })).status).toBe(200);
      expect(requests[0]).toMatchObject({ scriptId: 'customscript_all', deploymentId: 'customdeploy_x' });
    });

    it.each([
      ['customscript_unknown', 'customdeploy_x'],
      ['customscript_all', 'customdeploy_y'],
      ['customscript_undeployed', 'customdeploy_x'],
      ['customscript_testing', 'customdeploy_x'],
      ['', ''],
    ])('is not there as %s %s', async (script, deploy) => {
      const reply = await account.call('GET', restlet(script, '', deploy), { headers: json });
      expect(reply).toMatchObject({ status: 404, json: errorOf('SSS_INVALID_SCRIPTLET_ID') });
    });

    it('in testing is for administrators', async () => {
      const reply = await account.call('GET', restlet('customscript_testing'), { as: '2', headers: json });
      expect(reply.status).toBe(200);
    });

    it('is for its audience: roles that are named, all roles or all employees', async () => {
      const statusOf = async (script: string, as: string): Promise<number> =>
        (await account.call('GET', restlet(script), { as, headers: json })).status;
      expect(await statusOf('customscript_sales', '1')).toBe(200);
      expect(await statusOf('customscript_sales', '2')).toBe(403);
      expect(await statusOf('customscript_employees', '2')).toBe(200);
      expect(await statusOf('customscript_nobody', '1')).toBe(403);
      const refused = await account.call('GET', restlet('customscript_nobody'), { headers: json });
      expect(refused.json).toEqual(errorOf('INSUFFICIENT_PERMISSION'));
    });
  });

  it('needs a token that somebody has', async () => {
    expect(await ask('GET', { as: null })).toMatchObject({
      status: 401,
      json: errorOf('INVALID_LOGIN_ATTEMPT'),
    });
    account.sandbox.faults.add({ fault: 'expireToken' });
    expect(await ask('GET')).toMatchObject({ status: 401, json: errorOf('INVALID_LOGIN_ATTEMPT') });
  });

  describe('the body of a request', () => {
    it('is an object when it is JSON and text when it is text', async () => {
      await ask('POST', { body: { a: [1] } });
      await ask('PUT', { body: '{"a":1}', headers: { 'content-type': 'text/plain; charset=utf-8' } });
      expect(requests.map(({ method, input }) => ({ method, input }))).toEqual([
        { method: 'post', input: { a: [1] } },
        { method: 'put', input: '{"a":1}' },
      ]);
    });

    it.each([{}, { 'content-type': 'Application/JSON' }, { 'content-type': 'text/html' }])(
      'is refused with the headers %j',
      async (headers) => {
        const reply = await ask('POST', { body: '{}', headers });
        expect(reply).toMatchObject({ status: 415, json: errorOf('UNSUPPORTED_MEDIA_TYPE') });
        expect(requests).toEqual([]);
      },
    );

    it('is refused when it is broken JSON or larger than 10 MB', async () => {
      expect(await ask('POST', { body: '{' })).toMatchObject({
        status: 400,
        json: errorOf('UNEXPECTED_ERROR'),
      });
      const large = JSON.stringify('x'.repeat(10 * 1024 * 1024));
      expect(await ask('POST', { body: large })).toMatchObject({
        status: 400,
        json: errorOf('SSS_FILE_CONTENT_SIZE_EXCEEDED'),
      });
      expect(requests).toEqual([]);
    });

    it('must not be there on a GET', async () => {
      const { request } = await import('node:http');
      const status = await new Promise((resolve, reject) => {
        const headers = {
          authorization: 'Bearer token-1',
          'content-type': 'application/json',
          'content-length': 2,
        };
        const url = `${account.baseUrl}${restlet('customscript_all')}`;
        const sent = request(url, { method: 'GET', headers, agent: false }, (response) =>
          resolve(response.statusCode),
        );
        sent.on('error', reject);
        sent.end('{}');
      });
      expect(status).toBe(400);
    });
  });

  describe('the answer', () => {
    const answerTo = async (value: unknown, contentType?: string): Promise<Reply> => {
      outcome = { kind: 'returned', value, usage };
      return ask('GET', { headers: contentType === undefined ? {} : { 'content-type': contentType } });
    };

    it('is plain text without a Content-Type or with one in other letters', async () => {
      for (const type of [undefined, 'application/JSON']) {
        const reply = await answerTo({ a: 1 }, type);
        expect(reply).toMatchObject({ status: 200, text: '{"a":1}' });
        expect(reply.headers.get('content-type')).toContain('text/plain');
      }
    });

    it('is refused for an object as plain text when the switch says so', async () => {
      account.sandbox.setSwitches({ objectAsPlainText: 'refuse' });
      expect(await answerTo({ a: 1 })).toMatchObject({
        status: 400,
        json: errorOf('INVALID_RETURN_DATA_FORMAT'),
      });
      expect(await answerTo('fine')).toMatchObject({ status: 200, text: 'fine' });
    });

    it('is empty when nothing is returned, and needs a string as XML', async () => {
      expect(await answerTo(undefined, 'application/json')).toMatchObject({ status: 200, text: '' });
      expect((await answerTo({ a: 1 }, 'application/xml')).status).toBe(400);
      expect((await answerTo('<a/>', 'application/xml')).headers.get('content-type')).toContain(
        'application/xml',
      );
    });

    it('is refused when it is larger than 10 MB', async () => {
      expect((await answerTo('x'.repeat(10 * 1024 * 1024 + 1), 'text/plain')).status).toBe(400);
    });
  });

  it('answers an error of the script with 400, its code and its message', async () => {
    outcome = { kind: 'threw', error: { code: 'MY_CODE', message: 'Not today' }, usage };
    expect(await ask('GET')).toMatchObject({
      status: 400,
      json: { error: { code: 'MY_CODE', message: 'Not today' } },
    });
    outcome = { kind: 'threw', error: { code: '', message: 'x is not a function' }, usage };
    expect((await ask('GET')).json).toEqual(errorOf('UNEXPECTED_ERROR'));
    expect(account.sandbox.journal.entries()[0]?.notes).toMatchObject({ units: 25 });
  });

  it('answers a method the script or restlet.nl does not have with 405', async () => {
    outcome = { kind: 'no-entry-point', usage };
    expect(await ask('DELETE')).toMatchObject({ status: 405, json: errorOf('METHOD_NOT_ALLOWED') });
    expect((await ask('PATCH', { body: {} })).status).toBe(405);
  });

  it('answers with 500 when the runner itself fails', async () => {
    await account.close();
    const runner = {
      run(): RestletOutcome {
        throw new Error('no such file');
      },
    };
    account = await startAccount({ suiteAppFolder: folder, runner });
    expect(await ask('GET')).toMatchObject({ status: 500, json: errorOf('UNEXPECTED_ERROR') });
  });
});
