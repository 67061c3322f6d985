import { createCallRecorder } from '../../../tools/engine/call-recorder';
import { openReplay, type ReplayResult } from '../../../tools/engine/replay-restlet';
import type { RecordedRun } from '../../../tools/engine/transcript-codec';

const NOW_MS = Date.parse('2026-07-20T19:00:00Z');

/** A search of one row that hands objects back and forth, as N/search does. */
const makeModules = () => ({
  'N/search': {
    Sort: { ASC: 'ASC' },
    createColumn: (options: object) => ({ ...options, label: null }),
    create: (options: object) => {
      const created = {
        count: 1,
        get given() {
          return options;
        },
        fetch: () => ({
          data: [{ id: '7', getValue: (column: object) => Object.keys(column).join() }],
          created,
        }),
      };
      return created;
    },
  },
  'N/format': {
    parse: (options: { readonly value: string }) => new Date(options.value),
    format: (): string => {
      throw Object.assign(new Error('no such zone'), { name: 'INVALID_ZONE' });
    },
  },
  'N/log': { error: (): undefined => undefined },
});

type Modules = ReturnType<typeof makeModules>;
type Script = (
  search: Modules['N/search'],
  format: Modules['N/format'],
  log: Modules['N/log'],
) => { readonly get: (input: Readonly<Record<string, string>>) => unknown };

const names = ['N/search', 'N/format', 'N/log'] as const;

const record = (script: Script): RecordedRun => {
  const recorder = createCallRecorder();
  const modules = makeModules();
  for (const name of names) recorder.record(name, modules[name]);
  script(modules['N/search'], modules['N/format'], modules['N/log']).get({ id: '7' });
  return {
    nowMs: NOW_MS,
    input: { id: '7' },
    modules: Object.fromEntries(recorder.modules),
    calls: recorder.calls,
  };
};

const replay = (run: RecordedRun, script: Script): ReplayResult => {
  const opened = openReplay(JSON.stringify(run));
  const define: unknown = Reflect.get(globalThis, 'define');
  if (typeof define !== 'function') throw new Error('there is no define');
  define(names, script);
  return JSON.parse(opened.replay());
};

const listing: Script = (search, format) => ({
  get: ({ id }) => {
    const column = search.createColumn({ name: 'title', sort: search.Sort.ASC });
    const [row] = search.create({ columns: [column], filters: [['id', 'is', id]] }).fetch().data;
    const date = format.parse({ value: '2026-07-20T10:00:00Z' });
    return {
      id: row?.id,
      value: row?.getValue(column),
      epochMs: date.getTime(),
      isDate: date instanceof Date,
    };
  },
});

describe('the replay of recorded calls', () => {
  const EngineDate = globalThis.Date;
  const now = EngineDate.now;

  afterEach(() => {
    EngineDate.now = now;
    globalThis.Date = EngineDate;
    Reflect.deleteProperty(globalThis, 'define');
  });

  it('gives a script what it got when it was recorded: values, dates, and objects to hand back', () => {
    expect(replay(record(listing), listing)).toEqual({
      reply: JSON.stringify({ id: '7', value: 'name,sort,label', epochMs: 1784541600000, isDate: true }),
    });
  });

  it('throws the errors of N/* again, and answers with their name as the code', () => {
    const failing: Script = (_, format) => ({ get: () => format.format() });
    const run = record((...modules) => ({
      get: (input) => {
        expect(() => failing(...modules).get(input)).toThrow('no such zone');
      },
    }));
    expect(replay(run, failing)).toEqual({
      reply: '{"error":{"code":"INVALID_ZONE","message":"no such zone"}}',
    });
  });

  it('answers errors of the script itself as restlet.nl does', () => {
    const broken: Script = () => ({
      get: () => {
        throw new RangeError('out of it');
      },
    });
    expect(
      replay(
        record(() => ({ get: () => '' })),
        broken,
      ),
    ).toEqual({
      reply: '{"error":{"code":"UNEXPECTED_ERROR","message":"out of it"}}',
    });
  });

  it('fails at a call with other arguments and shows both, even if the script catches the error', () => {
    const other: Script = (search) => ({
      get: () => {
        try {
          return search.createColumn({ name: 'message' });
        } catch {
          return 'caught';
        }
      },
    });
    expect(replay(record(listing), other)).toEqual({
      failure: {
        call: '1 of 5',
        recorded: expect.stringMatching(/^N\/search\.createColumn .*"name":"title"/),
        made: expect.stringMatching(/^N\/search\.createColumn .*"name":"message"/),
      },
    });
  });

  it('fails at a call that was not recorded, and at one that was left out', () => {
    const asksAgain: Script = (search, format, log) => ({
      get: (input) => [
        listing(search, format, log).get(input),
        format.parse({ value: '2026-07-21T10:00:00Z' }),
      ],
    });
    expect(replay(record(listing), asksAgain)).toMatchObject({
      failure: { call: '6 of 5', recorded: 'nothing more' },
    });
    expect(replay(record(asksAgain), listing)).toMatchObject({
      failure: {
        call: '6 of 6',
        recorded: expect.stringMatching(/^N\/format\.parse /),
        made: 'nothing more',
      },
    });
  });

  it('does not compare what is logged', () => {
    const logging =
      (text: string): Script =>
      (_search, _format, log) => ({
        get: () => Reflect.apply(log.error, undefined, [{ details: text }]) ?? 'logged',
      });
    expect(replay(record(logging('one stack')), logging('another'))).toEqual({ reply: '"logged"' });
  });

  it('stops the clock at the instant of the recording', () => {
    const clocks: Script = () => ({ get: () => [Date.now(), new Date().getTime(), new Date(5).getTime()] });
    expect(replay(record(clocks), clocks)).toEqual({ reply: JSON.stringify([NOW_MS, NOW_MS, 5]) });
  });

  it('refuses to record what cannot be carried over', () => {
    const withCallback: Script = (search) => ({ get: () => search.create({ each: () => true }) });
    expect(() => record(withCallback)).toThrow('a callback of the script cannot be recorded');
  });
});
