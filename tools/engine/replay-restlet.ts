/**
 * Gives a RESTlet the answers of N/* that were recorded for it. Runs inside the script engine (RestletEngine.java), so
 * it needs nothing but ECMAScript; texts go in and come out.
 */
import { writeArguments, type RecordedRun, type Written } from './transcript-codec';
import { createTranscriptReader } from './transcript-reader';

/** How the script left the record: the call it made, or did not make, where another was recorded. */
export interface ReplayFailure {
  /** `12 of 30` */
  readonly call: string;
  readonly recorded: string;
  readonly made: string;
}

/** The body of the answer; or the first failure. */
export type ReplayResult = { readonly reply: string } | { readonly failure: ReplayFailure };

export interface OpenedReplay {
  /**
   * Calls the entry point of the script that has been evaluated since.
   *
   * @returns JSON of a {@link ReplayResult}
   */
  replay(): string;
}

/** Freezes the clock and defines `define`, for one script, to be evaluated next. */
export const openReplay = (runText: string): OpenedReplay => {
  // Written by record-restlet.ts of the same build.
  const run: RecordedRun = JSON.parse(runText);
  const player = createPlayer(run);
  let restlet: unknown;
  freezeClock(run.nowMs);
  Reflect.defineProperty(globalThis, 'define', {
    configurable: true,
    value: (dependencies: readonly string[], factory: (...modules: readonly unknown[]) => unknown) => {
      restlet = factory(...dependencies.map((name) => player.moduleNamed(name)));
    },
  });
  return {
    replay() {
      const reply = callGet(restlet, run.input, player.isGivenOut);
      const failure = player.failure();
      const result: ReplayResult = failure === undefined ? { reply } : { failure };
      return JSON.stringify(result);
    },
  };
};

/** As restlet.nl answers (section_4634920277): only errors of N/* keep their name as the code. */
const callGet = (
  restlet: unknown,
  input: RecordedRun['input'],
  isSuiteScriptError: (value: object) => boolean,
): string => {
  try {
    const get = isObject(restlet) ? Reflect.get(restlet, 'get') : undefined;
    if (typeof get !== 'function') throw new TypeError('the script has no entry point get');
    return JSON.stringify(Reflect.apply(get, restlet, [input]));
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    const code = isSuiteScriptError(thrown) ? thrown.name : 'UNEXPECTED_ERROR';
    return JSON.stringify({ error: { code, message: thrown.message } });
  }
};

const freezeClock = (nowMs: number): void => {
  const EngineDate = Date;
  EngineDate.now = () => nowMs;
  globalThis.Date = new Proxy(EngineDate, {
    construct: (target, parts, newTarget) =>
      Reflect.construct(target, parts.length === 0 ? [nowMs] : parts, newTarget),
    apply: () => new EngineDate(nowMs).toString(),
  });
};

/** Plays the calls in their order. Any other call is a failure, even if the script catches what it throws. */
const createPlayer = ({ modules, calls }: RecordedRun) => {
  const opened = new Map<string, unknown>();
  let played = 0;
  let failure: ReplayFailure | undefined;

  const play = (functionId: number, given: readonly unknown[]): unknown => {
    const args = writeArguments(reader.nameOf(functionId), given, reader.identify);
    const call = calls[played];
    const isRecorded = call?.functionId === functionId && JSON.stringify(call.args) === JSON.stringify(args);
    if (!isRecorded) throw fail(textOf(functionId, args));
    played += 1;
    const result = reader.read(call.result);
    if (call.isThrown) throw result;
    return result;
  };

  const reader = createTranscriptReader(play);

  const textOf = (functionId: number, args: readonly Written[]): string =>
    `${reader.nameOf(functionId)} ${JSON.stringify(args)}`;

  const failureAt = (made: string): ReplayFailure => {
    const call = calls[played];
    const recorded = call === undefined ? 'nothing more' : textOf(call.functionId, call.args);
    return { call: `${played + 1} of ${calls.length}`, recorded, made };
  };

  const fail = (made: string): Error => {
    failure ??= failureAt(made);
    return new Error(`unexpected ${made}`);
  };

  return {
    moduleNamed(name: string): unknown {
      const module = modules[name];
      if (module === undefined) throw fail(`module ${name}`);
      if (!opened.has(name)) opened.set(name, reader.read(module));
      return opened.get(name);
    },
    isGivenOut: (value: object): boolean => reader.identify(value).isWritten,
    failure: (): ReplayFailure | undefined =>
      failure ?? (played === calls.length ? undefined : failureAt('nothing more')),
  };
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
