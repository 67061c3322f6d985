/** Finds what lint cannot see: whether scripts, objects, translations, preferences and descriptors fit NetSuite's rules and one another. */
import path from 'node:path';
import { deployFileProblems } from './suiteapp/deploy-file-problems';
import { manifestProblems } from './suiteapp/manifest-problems';
import { objectProblems } from './suiteapp/object-problems';
import { preferenceProblems } from './suiteapp/preference-problems';
import { restletProblems } from './suiteapp/restlet-problems';
import { roleProblems } from './suiteapp/role-problems';
import { scriptProblems } from './suiteapp/script-problems';
import { readProject, type ProjectPlace, type SuiteCloudProject } from './suiteapp/suitecloud-project';
import { translationProblems } from './suiteapp/translation-problems';
import { stagedFolders } from './suiteapp/variant';

const checks: readonly ((project: SuiteCloudProject) => readonly string[])[] = [
  manifestProblems,
  deployFileProblems,
  objectProblems,
  restletProblems,
  roleProblems,
  translationProblems,
  preferenceProblems,
  scriptProblems,
];

const problemsOf = (place: ProjectPlace): readonly string[] => {
  const project = readProject(place);
  return checks.flatMap((check) => check(project));
};

/** Everything wrong with the sources under the repository's root, a sentence each; empty when they are sound. */
export const suiteAppProblems = (root: string): readonly string[] => problemsOf({ root, base: 'src' });

/** The same of a project as the build stages it and the SuiteCloud CLI deploys it. */
export const stagedProjectProblems = (folder: string): readonly string[] =>
  problemsOf({ root: folder, base: '.' });

/** Of the sources and of both staged projects; a staged one's sentences begin with its folder. */
export const allProblems = (root: string): readonly string[] => [
  ...suiteAppProblems(root),
  ...Object.values(stagedFolders).flatMap((folder) =>
    stagedProjectProblems(path.join(root, folder)).map((problem) => `${folder}/${problem}`),
  ),
];
