/** What is wrong with the scripts themselves: the header NetSuite reads, entry points, and once built the one `define`. */
import { loadAmdScript } from './load-amd-script';
import { sentences } from './sentences';
import type { ProjectFile, SuiteCloudProject } from './suitecloud-project';
import { textAt } from './xml-element';

/** Functions NetSuite calls in a RESTlet (section_4407965171). */
const entryPoints = ['get', 'post', 'put', 'delete'];

/** Tags of the first comment (bridgehead_4387808822): NetSuite refuses the upload of a file without them. */
const headerProblems = ({ path, text }: ProjectFile): readonly string[] => {
  const header = /^\/\*\*[\s\S]*?\*\//.exec(text)?.[0] ?? '';
  const tag = (name: string): string => new RegExp(`@${name}\\s+(\\S+)`).exec(header)?.[1] ?? '';
  return sentences([
    [tag('NApiVersion') !== '2.1', `${path}: its first comment lacks @NApiVersion 2.1`],
    [tag('NScriptType') !== 'Restlet', `${path}: its first comment lacks @NScriptType Restlet`],
    [
      !['', 'SameAccount', 'TargetAccount', 'Public'].includes(tag('NModuleScope')),
      `${path}: @NModuleScope ${tag('NModuleScope')} is none of NetSuite's`,
    ],
  ]);
};

const sourceProblems = ({ path, text }: ProjectFile): readonly string[] =>
  sentences([
    [!/export const (get|post|put)\b/.test(text), `${path}: exports no entry point (get, post, put)`],
  ]);

/** section_4527904430: exactly one `define`, which names modules of NetSuite and returns the interface of one script type. */
const builtProblems = ({ path, text }: ProjectFile): readonly string[] => {
  const { defines, dependencies, exported, failure } = loadAmdScript(text);
  if (failure !== '') return [`${path}: cannot be loaded: ${failure}`];
  return sentences([
    [defines !== 1, `${path}: calls define ${defines} times, not once`],
    [
      dependencies.some((dependency) => !dependency.startsWith('N/')),
      `${path}: depends on more than NetSuite's own modules`,
    ],
    [
      defines === 1 && !exported.some((name) => entryPoints.includes(name)),
      `${path}: returns no entry point (${entryPoints.join(', ')})`,
    ],
  ]);
};

/** A script that no object names is uploaded, and never runs. */
const orphanProblems = ({ scripts, objects }: SuiteCloudProject): readonly string[] => {
  const named = objects.map(({ root }) => textAt(root, 'scriptfile').slice(1, -'.js]'.length));
  return scripts
    .filter(
      ({ path }) => !named.some((script) => script !== '' && path.replace(/\.[jt]s$/, '').endsWith(script)),
    )
    .map(({ path }) => `${path}: no object names this script`);
};

export const scriptProblems = (project: SuiteCloudProject): readonly string[] => [
  ...sentences([[project.scripts.length === 0, `FileCabinet: there is no script of ${project.appId}`]]),
  ...project.scripts.flatMap((script) => [
    ...headerProblems(script),
    ...(project.isSource ? sourceProblems(script) : builtProblems(script)),
  ]),
  ...orphanProblems(project),
];
