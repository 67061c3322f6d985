import { utimesSync, writeFileSync } from 'node:fs';
import { createScriptHarness, scriptHeader, writeScript } from './script-harness';

const harness = createScriptHarness();

function codeOf(text: string): string | undefined {
  const outcome = harness.runFile(writeScript(text));
  return outcome.kind === 'threw' ? outcome.error.code : undefined;
}

const invalid = 'FAILED_TO_VALIDATE_SCRIPT_FILE';
const script = "define([], () => ({ get: () => 'ok' }));";

describe('The loader accepts what NetSuite accepts', () => {
  it('loads a script with 2.1 and with 2.x on top', () => {
    expect(codeOf(scriptHeader + script)).toBeUndefined();
    expect(codeOf(scriptHeader.replace('2.1', '2.x') + script)).toBeUndefined();
  });

  it('loads a named define, and one that exports through the pseudo-dependency exports', () => {
    const named = `${scriptHeader}define('restlet', ['exports'], (exports) => { exports.get = () => 'named'; });`;
    expect(harness.runFile(writeScript(named))).toMatchObject({ kind: 'returned', value: 'named' });
  });

  it('gives require to a factory without dependencies', () => {
    const text = `${scriptHeader}define((require) => ({ get: () => require('N/runtime').version }));`;
    expect(harness.runFile(writeScript(text))).toMatchObject({ kind: 'returned', value: '2026.2' });
  });

  it('starts with a fresh instance at every request', () => {
    const text = `${scriptHeader}define([], () => { let calls = 0; return { get: () => ({ calls: ++calls }) }; });`;
    const file = writeScript(text);
    harness.runFile(file);
    expect(harness.runFile(file)).toMatchObject({ value: { calls: 1 } });
  });

  it('compiles a file again when it has changed', () => {
    const file = writeScript(scriptHeader + script);
    harness.runFile(file);
    writeFileSync(file, scriptHeader + script.replace('ok', 'changed'));
    utimesSync(file, 1, 1);
    expect(harness.runFile(file)).toMatchObject({ value: 'changed' });
  });
});

describe('The loader refuses what NetSuite refuses', () => {
  it.each([
    ['no header', script],
    ['a header that is not on top', `var a;\n${scriptHeader}${script}`],
    ['another API version', scriptHeader.replace('2.1', '1.0') + script],
    ['another script type', scriptHeader.replace('Restlet', 'Suitelet') + script],
    ['no define', `${scriptHeader}var a = 1;`],
    ['two defines', scriptHeader + script + script],
    ['a syntax error', `${scriptHeader}define([], () => {`],
    ['no entry point', `${scriptHeader}define([], () => ({ delete_: () => 1 }));`],
  ])('refuses %s', (_, text) => {
    expect(codeOf(text)).toBe(invalid);
  });

  it('refuses a module that does not exist', () => {
    expect(codeOf(`${scriptHeader}define(['N/serch'], () => ({ get() {} }));`)).toBe('MODULE_DOES_NOT_EXIST');
  });

  it('refuses API calls outside of define and in its callback', () => {
    const unavailable = 'SUITESCRIPT_API_UNAVAILABLE_IN_DEFINE';
    expect(codeOf(`${scriptHeader}log.debug('a', 'b');\n${script}`)).toBe(unavailable);
    const inCallback = "define(['N/runtime'], (r) => { r.getCurrentUser(); return { get() {} }; });";
    expect(codeOf(scriptHeader + inCallback)).toBe(unavailable);
  });

  it('lets the callback read enums', () => {
    const text =
      "define(['N/search'], (s) => { const t = s.Type.CALENDAR_EVENT; return { get: () => t }; });";
    expect(harness.runFile(writeScript(scriptHeader + text))).toMatchObject({ value: 'calendarevent' });
  });

  it('throws for a file that is not there, as that is no fault of the script', () => {
    expect(() => harness.runFile('/nowhere/restlet.js')).toThrow('ENOENT');
  });
});
