import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { account, american, user } from '../../../tools/netsuite-account';
import type { EngineCase } from '../../../tools/engine/engine-case';
import { recordRestlet } from '../../../tools/engine/record-restlet';

const SCRIPT = `/**
 * @NApiVersion 2.1
 * @NScriptType Restlet
 */
define([], () => ({ get: () => ({ intl: typeof Intl }) }));
`;

const call: EngineCase = {
  name: 'looks for Intl',
  restlet: 'timeZone',
  account: account({ users: [user('11', american)] }),
  employeeId: '11',
  nowMs: Date.parse('2026-07-20T19:00:00Z'),
  input: {},
};

describe('the vm that the engine is held against', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'record-restlet-'));
  const file = path.join(folder, 'script.js');
  const intlOf = (engineCase: EngineCase, hasIntl: boolean): unknown =>
    JSON.parse(recordRestlet(engineCase, { file, hasIntl }).reply);

  beforeAll(() => writeFileSync(file, SCRIPT));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has Intl as the engine has it for a case that tells of it', () => {
    const telling = { ...call, tellsOfIntl: true };
    expect(intlOf(telling, true)).toEqual({ intl: 'object' });
    expect(intlOf(telling, false)).toEqual({ intl: 'undefined' });
  });

  it('has no Intl for any other case, so that a reply that came to depend on it would differ', () => {
    expect(intlOf(call, true)).toEqual({ intl: 'undefined' });
  });
});
