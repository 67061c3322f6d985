/** Finds what lint cannot see: whether scripts, their objects and the descriptors of the SuiteApp fit together. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { restlets } from '../src/contract/restlets';

/** SDFxml_410893908: a script id has at most 40 characters. */
const MAX_SCRIPT_ID = 40;

const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

const element = (xml: string, name: string): string =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';

const scriptIds = (xml: string): readonly string[] =>
  [...xml.matchAll(/scriptid="([^"]*)"/g)].map(([, id = '']) => id);

/** Tags that open and never close, or close and never opened: enough to tell a broken object from a whole one. */
const isWellFormed = (xml: string): boolean => {
  const open: string[] = [];
  for (const [, closing, name = '', selfClosing] of xml.matchAll(/<(\/?)([\w.-]+)[^<>]*?(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== name) return false;
    } else if (!selfClosing) open.push(name);
  }
  return open.length === 0 && xml.trim() !== '';
};

interface Project {
  readonly root: string;
  readonly appId: string;
}

/** The sentences whose condition holds. */
const sentences = (rules: readonly (readonly [isBroken: boolean, sentence: string])[]): readonly string[] =>
  rules.filter(([isBroken]) => isBroken).map(([, sentence]) => sentence);

const restletProblems = ({ root, appId }: Project, file: string, xml: string): readonly string[] => {
  const script = /^\[\/SuiteApps\/([^/\]]+)\/([^\]]+)\.js\]$/.exec(element(xml, 'scriptfile'));
  const source = path.join('src', 'FileCabinet', 'SuiteApps', script?.[1] ?? '', `${script?.[2] ?? ''}.ts`);
  return sentences([
    [script?.[1] !== appId, `${file}: scriptfile is not in /SuiteApps/${appId}`],
    [!existsSync(path.join(root, source)), `${file}: there is no ${source} to compile its script from`],
    [
      element(xml, 'status') !== 'RELEASED',
      `${file}: its deployment is not RELEASED, so only its owner can call it`,
    ],
    [element(xml, 'isdeployed') !== 'T', `${file}: its deployment is not deployed`],
  ]);
};

const objectProblems = (project: Project, object: string): readonly string[] => {
  const file = path.join('src', 'Objects', object);
  const xml = read(path.join(project.root, file));
  const ids = scriptIds(xml);
  return [
    ...sentences([
      [!isWellFormed(xml), `${file}: is not well-formed XML`],
      [`${ids[0]}.xml` !== object, `${file}: its scriptid is ${ids[0]}, its file should be named for it`],
    ]),
    ...ids
      .filter((id) => id.length > MAX_SCRIPT_ID)
      .map((id) => `${file}: ${id} is longer than ${MAX_SCRIPT_ID} characters`),
    ...(xml.startsWith('<restlet') ? restletProblems(project, file, xml) : []),
  ];
};

const scriptProblems = ({ root, appId }: Project, script: string): readonly string[] => {
  const file = path.join('src', 'FileCabinet', 'SuiteApps', appId, script);
  const source = read(path.join(root, file));
  const header = /^\/\*\*[\s\S]*?\*\//.exec(source)?.[0] ?? '';
  return sentences([
    [!header.includes('@NApiVersion 2.1'), `${file}: its first comment lacks @NApiVersion 2.1`],
    [!header.includes('@NScriptType Restlet'), `${file}: its first comment lacks @NScriptType Restlet`],
    [!/export const (get|post|put)\b/.test(source), `${file}: exports no entry point (get, post, put)`],
  ]);
};

const contractProblems = ({ root }: Project): readonly string[] =>
  Object.values(restlets).flatMap(({ scriptId, deploymentId, file }) => {
    const object = path.join('src', 'Objects', `${scriptId}.xml`);
    const xml = read(path.join(root, object));
    return sentences([
      [!xml.includes(`scriptid="${deploymentId}"`), `${object}: has no deployment ${deploymentId}`],
      [!xml.includes(`/${file}.js]`), `${object}: its script is not ${file}.js, as the contract says`],
    ]);
  });

/** Everything wrong with the SuiteApp under a folder, a sentence each; empty when it is sound. */
export const suiteAppProblems = (root: string): readonly string[] => {
  const manifest = read(path.join(root, 'manifest.xml'));
  const project: Project = {
    root,
    appId: `${element(manifest, 'publisherid')}.${element(manifest, 'projectid')}`,
  };
  const objects = readdirSync(path.join(root, 'src', 'Objects'));
  const scripts = path.join(root, 'src', 'FileCabinet', 'SuiteApps', project.appId);
  if (!existsSync(scripts)) return [`manifest.xml: there is no folder ${path.relative(root, scripts)}`];
  const deploys = read(path.join(root, 'deploy.xml'));
  const descriptors = ['manifest.xml', 'deploy.xml'].filter(
    (file) => !isWellFormed(read(path.join(root, file))),
  );
  return [
    ...descriptors.map((file) => `${file}: is missing or not well-formed XML`),
    ...(deploys.includes(`~/FileCabinet/SuiteApps/${project.appId}/*`)
      ? []
      : ['deploy.xml: does not deploy the scripts']),
    ...(deploys.includes('~/Objects/*') ? [] : ['deploy.xml: does not deploy the objects']),
    ...objects.flatMap((object) => objectProblems(project, object)),
    ...readdirSync(scripts).flatMap((script) => scriptProblems(project, script)),
    ...contractProblems(project),
  ];
};
