/** Builds the Java side of the engine test with Maven, and runs recorded cases in GraalJS. */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..', '..', '..');
const project = path.join(root, 'test', 'engine');
const built = path.join(project, 'target');
const library = path.join(built, 'lib');
const needs = 'npm run test:engine needs a JDK (17 or newer) and Maven';
const maximumOutputBytes = 256 * 1024 * 1024;

/** The run is too short for the second compiler of the JVM, and for more than one thread of its collector, to pay. */
const shortRun = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

interface EngineFacts {
  readonly hasIntl: boolean;
  /** `getTimezoneOffset` in January and in July. */
  readonly offsets: readonly number[];
}

export interface EngineRun {
  readonly version: string;
  /** JSON of `OpenedReplay.replay`, by the path of the case. */
  readonly results: ReadonlyMap<string, string>;
}

/** @throws Error that says which program is missing, or shows what it complained about */
const run = (program: string, args: readonly string[]): string => {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: maximumOutputBytes,
  });
  if (error !== undefined) throw new Error(`${needs}; ${program} cannot be used: ${error.message}`);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${stdout.slice(-2_000)}${stderr}`);
  return stdout;
};

/** Fetches GraalJS from Maven Central when it is not there yet. */
export const buildEngine = (): void => {
  run('javac', ['-version']);
  // Else the engine that pom.xml named before would stay in the class path.
  rmSync(library, { recursive: true, force: true });
  run('mvn', ['-q', '-B', '-f', path.join(project, 'pom.xml'), 'process-classes']);
};

/** An option that the engine did not heed would make every comparison worth nothing. */
const requireFacts = ({ hasIntl, offsets }: EngineFacts, wantsIntl: boolean): void => {
  if (hasIntl !== wantsIntl) throw new Error(`Intl is ${hasIntl ? 'on' : 'off'} in the engine.`);
  if (offsets.join() !== '480,420') throw new Error('The engine is not in Pacific time.');
};

/** GraalJS from Maven Central calls itself a development build; the name of its file tells the version. */
const engineVersion = (): string =>
  readdirSync(library).flatMap((file) => /^js-language-(.+)\.jar$/.exec(file)?.[1] ?? [])[0] ?? 'unknown';

interface RunOptions {
  readonly scriptsFolder: string;
  /** Holds `<script>/<case>.json`. */
  readonly casesFolder: string;
  readonly hasIntl: boolean;
}

/** @throws Error when the engine cannot run a case at all, or is not set up as asked */
export const runInGraalJs = ({ scriptsFolder, casesFolder, hasIntl }: RunOptions): EngineRun => {
  const classPath = [path.join(built, 'classes'), path.join(library, '*')].join(path.delimiter);
  const folders = [path.join(root, 'dist', 'tools', 'engine'), scriptsFolder, casesFolder];
  const output = run('java', [...shortRun, '-cp', classPath, 'RestletEngine', String(hasIntl), ...folders]);
  const [facts = '{}', ...lines] = output.split('\n').filter((line) => line !== '');
  requireFacts(JSON.parse(facts), hasIntl);
  const results = lines.map((line) => line.split('\t'));
  return {
    version: engineVersion(),
    results: new Map(results.map(([name = '', result = '']) => [name, result])),
  };
};
