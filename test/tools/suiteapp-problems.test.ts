import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { suiteAppProblems } from '../../tools/suiteapp-problems';

const root = path.join(__dirname, '..', '..');
const OBJECT = 'src/Objects/customscript_gettimezone.xml';
const SCRIPT = 'src/FileCabinet/SuiteApps/com.ringcentral.appconnect/rc_get_timezone.ts';

let copy: string;

beforeEach(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'suiteapp-'));
  for (const part of ['manifest.xml', 'deploy.xml', 'src'])
    cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
});

afterEach(() => rmSync(copy, { recursive: true, force: true }));

const change = (file: string, from: string | RegExp, to: string): void => {
  const before = readFileSync(path.join(copy, file), 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path.join(copy, file), after);
};

it('finds nothing wrong with the SuiteApp as it is', () => {
  expect(suiteAppProblems(root)).toEqual([]);
});

describe('the structure check notices', () => {
  it.each([
    ['a broken object', OBJECT, '</name>', '</nam>', /not well-formed/],
    [
      'a script id that is too long',
      OBJECT,
      'customdeploy_gettimezone',
      `customdeploy_${'x'.repeat(40)}`,
      /longer than 40/,
    ],
    [
      'an object whose file is named for another id',
      OBJECT,
      'scriptid="customscript_gettimezone"',
      'scriptid="customscript_other"',
      /named for it/,
    ],
    [
      'a script file that is not compiled from anything',
      OBJECT,
      'rc_get_timezone.js',
      'rc_gone.js',
      /to compile its script from/,
    ],
    [
      'a script outside the SuiteApp',
      OBJECT,
      '/SuiteApps/com.ringcentral.appconnect/',
      '/SuiteApps/com.other.app/',
      /not in \/SuiteApps/,
    ],
    ['a deployment for testers only', OBJECT, 'RELEASED', 'TESTING', /not RELEASED/],
    ['a deployment that is off', OBJECT, '<isdeployed>T', '<isdeployed>F', /not deployed/],
    [
      'a deployment App Connect does not call',
      OBJECT,
      'customdeploy_gettimezone',
      'customdeploy_tz',
      /has no deployment/,
    ],
    ['a script without its API version', SCRIPT, '@NApiVersion 2.1', '', /lacks @NApiVersion/],
    ['a script without its type', SCRIPT, '@NScriptType Restlet', '', /lacks @NScriptType/],
    ['a script without an entry point', SCRIPT, 'export const get', 'export const read', /no entry point/],
    [
      'a manifest for another application id',
      'manifest.xml',
      'appconnect</projectid>',
      'other</projectid>',
      /there is no folder/,
    ],
    [
      'objects that are not deployed',
      'deploy.xml',
      '~/Objects/*',
      '~/Nothing/*',
      /does not deploy the objects/,
    ],
  ])('%s', (_name, file, from, to, message) => {
    change(file, from, to);
    expect(suiteAppProblems(copy)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });
});
