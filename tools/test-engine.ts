/**
 * `npm run test:engine`: runs the built RESTlets in GraalJS, the engine of SuiteScript 2.1, against answers of N/*
 * recorded in the sandbox, and holds every reply against that of the sandbox's vm, byte for byte.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { restlets } from '../src/contract/restlets';
import { engineCases } from './engine/engine-cases';
import { buildEngine, runInGraalJs } from './engine/graaljs';
import { recordRestlet } from './engine/record-restlet';
import { problemOf, type ExpectedReply } from './engine/reply-problem';

// The sandbox runs in the zone of NetSuite's servers; Node reads the variable again whenever it is set.
process.env['TZ'] = 'America/Los_Angeles';

const builtScripts = path.join(__dirname, '../suiteapp/FileCabinet/SuiteApps/com.ringcentral.appconnect');
const shownDifferences = 5;

interface Folders {
  readonly casesFolder: string;
  readonly scriptsFolder: string;
}

/** The scripts are copied, so that a build meanwhile does not give vm and engine two versions. */
const prepareFolders = (root: string): Folders => {
  const folders = { casesFolder: path.join(root, 'cases'), scriptsFolder: path.join(root, 'scripts') };
  cpSync(builtScripts, folders.scriptsFolder, { recursive: true });
  return folders;
};

/** Writes each case to a file of its own. */
const recordCases = ({ casesFolder, scriptsFolder }: Folders, hasIntl: boolean): readonly ExpectedReply[] =>
  engineCases.map((engineCase, index) => {
    const script = restlets[engineCase.restlet].file;
    const { reply, run } = recordRestlet(engineCase, {
      file: path.join(scriptsFolder, `${script}.js`),
      hasIntl,
    });
    const casePath = path.join(script, `${String(index).padStart(4, '0')}.json`);
    mkdirSync(path.join(casesFolder, script), { recursive: true });
    writeFileSync(path.join(casesFolder, casePath), JSON.stringify(run));
    return { path: casePath, script, name: engineCase.name, reply };
  });

const requireEveryScript = ({ scriptsFolder }: Folders, expected: readonly ExpectedReply[]): void => {
  const tested = new Set(expected.map(({ script }) => `${script}.js`));
  const untested = readdirSync(scriptsFolder).filter((file) => !tested.has(file));
  if (untested.length > 0) throw new Error(`There are no cases for ${untested.join(', ')}.`);
};

const countByScript = (expected: readonly ExpectedReply[]): string => {
  const counts = new Map<string, number>();
  for (const { script } of expected) counts.set(script, (counts.get(script) ?? 0) + 1);
  return [...counts].map(([script, count]) => `${script} ${count}`).join(', ');
};

const compareWithEngine = (folders: Folders, hasIntl: boolean): boolean => {
  const expected = recordCases(folders, hasIntl);
  requireEveryScript(folders, expected);
  const { version, results } = runInGraalJs({ ...folders, hasIntl });
  const problems = expected.flatMap((one) => problemOf(one, results.get(one.path)) ?? []);
  const outcome = problems.length === 0 ? 'all equal' : `${problems.length} differ`;
  const engine = `GraalJS ${version}, Intl ${hasIntl ? 'on' : 'off'}`;
  process.stdout.write(`${engine}: ${expected.length} cases (${countByScript(expected)}), ${outcome}\n`);
  for (const problem of problems.slice(0, shownDifferences)) process.stdout.write(problem);
  return problems.length === 0;
};

const testEngine = (): boolean => {
  buildEngine();
  const root = mkdtempSync(path.join(tmpdir(), 'restlet-engine-'));
  try {
    const folders = prepareFolders(root);
    return [false, true].map((hasIntl) => compareWithEngine(folders, hasIntl)).every(Boolean);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

try {
  if (!testEngine()) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The engine test could not be run.'}\n`);
  process.exitCode = 1;
}
