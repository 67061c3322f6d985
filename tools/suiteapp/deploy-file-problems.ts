/** What is wrong with deploy.xml: NetSuite deploys what it names and nothing else, and skips a path that leads nowhere. */
import type { SuiteCloudProject } from './suitecloud-project';
import { elementsAt } from './xml-element';

const sections = ['configuration', 'files', 'objects', 'translationimports'];

/** `*` stands for every file in a folder (section_4737888643). */
const isNamed = (file: string, deployPath: string): boolean =>
  deployPath.endsWith('/*') ? `~/${file}`.startsWith(deployPath.slice(0, -1)) : `~/${file}` === deployPath;

/** Installation preferences go with a SuiteApp unnamed (section_1515948480). */
const mustBeNamed = (file: string): boolean => /^(FileCabinet|Objects|Translations)\//.test(file);

export const deployFileProblems = ({ deploy, files }: SuiteCloudProject): readonly string[] => {
  if (deploy.root === undefined) return [`deploy.xml: ${deploy.unreadable}`];
  const paths = sections
    .flatMap((section) => elementsAt(deploy.root, section, 'path'))
    .map(({ text }) => text);
  return [
    ...(deploy.root.name === 'deploy' ? [] : ['deploy.xml: its root is not <deploy>']),
    ...paths
      .filter((path) => !path.startsWith('~/'))
      .map((path) => `deploy.xml: ${path} does not begin with ~/`),
    ...paths
      .filter((path) => path.startsWith('~/') && !files.some((file) => isNamed(file, path)))
      .map((path) => `deploy.xml: ${path} leads nowhere`),
    ...files
      .filter((file) => mustBeNamed(file) && !paths.some((path) => isNamed(file, path)))
      .map((file) => `deploy.xml: does not deploy ${file}`),
  ];
};
