import { isRestletResponse } from '../../../../sandbox/netsuite/runtime/modules/restlet-module';
import { createScriptHarness, nowMs, scriptHeader, writeScript } from './script-harness';

const harness = createScriptHarness();

describe('A script runs without Node', () => {
  it('sees neither the globals of Node nor Intl, Temporal or timers', () => {
    const names = [
      'process',
      'require',
      'module',
      'exports',
      'Buffer',
      'setTimeout',
      'queueMicrotask',
      'fetch',
      'console',
      'URL',
      'TextEncoder',
      'WebAssembly',
      'Intl',
      'Temporal',
    ];
    const types = harness.value(`return [${names.map((name) => `typeof ${name}`).join(', ')}];`);
    expect(types).toEqual(names.map(() => 'undefined'));
  });

  it('does not reach Node through what the emulator hands out', () => {
    const body = `
      const holders = [input, search.create, search.Type, log.debug, runtime.getCurrentUser(), new Date(), define];
      return holders.map((one) => one.constructor.constructor('return typeof process')());`;
    expect(harness.value(body, { input: { page: '0' } })).toEqual(Array(7).fill('undefined'));
  });

  it('sees Intl where the switch says so', () => {
    expect(createScriptHarness({ switches: { intl: 'present' } }).value('return typeof Intl;')).toBe(
      'object',
    );
  });

  it('has log and util', () => {
    harness.value("log.audit({ title: 'found', details: { count: 2 } }); log.error('failed', 'why');");
    expect(harness.log()).toEqual([
      { level: 'AUDIT', title: 'found', details: '{"count":2}' },
      { level: 'ERROR', title: 'failed', details: 'why' },
    ]);
    expect(
      harness.value('const seen = []; util.each({ a: 1 }, (v, k) => { seen.push(k + v); }); return seen;'),
    ).toEqual(['a1']);
  });
});

describe('Who watches a script', () => {
  it('is shown each module it asks for, and decides what the script gets for it', () => {
    const shown: string[] = [];
    const watched = createScriptHarness({
      wrapModule: (name, module) => {
        shown.push(name);
        return name === 'N/format' ? 'another' : module;
      },
    });
    const call = { modules: ['format', 'runtime'] };
    const body = 'return [format, runtime.getCurrentUser().id, typeof log.debug, typeof util.each];';
    expect(watched.value(body, call)).toEqual(['another', 1, 'function', 'function']);
    expect(shown).toEqual(['N/format', 'N/runtime']);
  });
});

describe('Date in a script follows the clock of the emulator, in Pacific time', () => {
  it('starts at the emulated instant', () => {
    const body =
      'return [Date.now(), new Date().getTime(), new Date(0).getHours(), new Date().getHours(), Date().slice(0, 15)];';
    expect(harness.value(body)).toEqual([nowMs, nowMs, 16, 11, 'Tue Mar 17 2026']);
  });

  it('has dates that are instances of Date and can be subclassed', () => {
    const body = `class Day extends Date {} return [new Date() instanceof Date, new Day(0) instanceof Day,
      new Date(2026, 0, 1).constructor === Date, Date.UTC(1970, 0, 2), Date.length];`;
    expect(harness.value(body)).toEqual([true, true, true, 86_400_000, 7]);
  });

  it('ignores the options of toLocaleString', () => {
    const body =
      "return new Date(2026, 2, 7, 15, 4).toLocaleDateString('de-DE', { timeZone: 'Asia/Tokyo' });";
    expect(harness.value(body)).toBe('3/7/2026');
    expect(harness.value("return new Date(2026, 2, 7, 15, 4).toLocaleString('de-DE');")).toBe(
      '3/7/2026, 3:04:00 PM',
    );
  });
});

describe('What a script returns crosses the border as JSON', () => {
  it.each([
    [
      'an object',
      'return { at: new Date(0), list: [1, undefined] };',
      { at: '1970-01-01T00:00:00.000Z', list: [1, null] },
    ],
    ['text', "return 'text';", 'text'],
    ['nothing', '', undefined],
  ])('gives %s', (_, body, value) => {
    expect(harness.value(body)).toEqual(value);
  });

  it('refuses what has no JSON', () => {
    expect(harness.code('const a = {}; a.a = a; return a;')).toBe('INVALID_RETURN_DATA_FORMAT');
    expect(harness.code('return () => 1;')).toBe('INVALID_RETURN_DATA_FORMAT');
    expect(harness.code('return Promise.resolve(1);')).toBe('INVALID_RETURN_DATA_FORMAT');
  });

  it('tells a response of N/scriptTypes/restlet from data that looks like one', () => {
    const response = { content: '<a/>', contentType: 'application/xml' };
    const call = { modules: ['scriptTypes/restlet'] };
    const made = harness.value(`return restlet.createResponse(${JSON.stringify(response)});`, call);
    const lookalike = harness.value(`return ${JSON.stringify(response)};`);
    expect(made).toEqual(response);
    expect([isRestletResponse(made), isRestletResponse(lookalike)]).toEqual([true, false]);
  });

  it('hands the script an input with the prototypes of its own realm', () => {
    const body = 'return [input instanceof Object, input.list instanceof Array, input.list.length];';
    expect(harness.value(body, { method: 'post', input: { list: [1, 2] } })).toEqual([true, true, 2]);
  });

  it('says so where the script exports no function for the method', () => {
    const file = writeScript(`${scriptHeader}define([], () => ({ get: () => 1, post: 2 }));`);
    expect(harness.runFile(file, { method: 'post' })).toEqual({
      kind: 'no-entry-point',
      usage: { units: 0, searches: 0 },
    });
  });
});

describe('What a script throws becomes a code and a message', () => {
  it('keeps the name of an N/error', () => {
    const body = "throw error.create({ name: 'BAD_DATE', message: 'no such day', notifyOff: true });";
    expect(harness.run(body)).toMatchObject({
      kind: 'threw',
      error: { code: 'BAD_DATE', message: 'no such day' },
    });
  });

  it('puts the JSON of the error into the message where the switch says so', () => {
    const outcome = createScriptHarness({ switches: { thrownErrorMessage: 'json' } }).run(
      "throw error.create({ name: 'BAD_DATE', message: 'no such day' });",
    );
    const message = '{"type":"error.SuiteScriptError","name":"BAD_DATE","message":"no such day","stack":[]}';
    expect(outcome).toMatchObject({ error: { code: 'BAD_DATE', message } });
  });

  it('calls every other error unexpected', () => {
    expect(harness.run("throw new TypeError('boom');")).toMatchObject({
      error: { code: 'UNEXPECTED_ERROR', message: 'boom' },
    });
    expect(harness.run("throw 'text';")).toMatchObject({
      error: { code: 'UNEXPECTED_ERROR', message: 'text' },
    });
  });

  it('makes errors that a script can catch, read and print', () => {
    const body = `try { search.create({}); } catch (e) {
      return [e instanceof Error, e.name, typeof e.message, e.stack, JSON.parse(String(e)).name, e.toJSON().type]; }`;
    expect(harness.value(body)).toEqual([
      true,
      'SSS_MISSING_REQD_ARGUMENT',
      'string',
      [],
      'SSS_MISSING_REQD_ARGUMENT',
      'error.SuiteScriptError',
    ]);
  });

  it('names the member of a module that is not there', () => {
    expect(harness.run('return search.craete({});')).toMatchObject({
      error: { message: 'N/search.craete is not emulated.' },
    });
    expect(harness.run('return search.Type.SUPPORT_CASE;')).toMatchObject({
      error: { message: 'N/search.Type.SUPPORT_CASE is not emulated.' },
    });
    expect(harness.value('return [typeof search.__esModule, typeof search.then];')).toEqual([
      'undefined',
      'undefined',
    ]);
  });
});
