/** What is wrong with the installation preferences (section_1539274725, section_1515950118). */
import { sentences } from './sentences';
import type { SuiteCloudProject, XmlFile } from './suitecloud-project';
import { elementsAt, type XmlElement } from './xml-element';

interface Preference {
  readonly type: string;
  readonly actions: readonly string[];
}

const preferences: Readonly<Record<string, Preference>> = {
  'hiding.xml': { type: 'HIDING', actions: ['HIDE', 'UNHIDE'] },
  'locking.xml': { type: 'LOCKING', actions: ['LOCK', 'UNLOCK'] },
  'overwriting.xml': { type: 'OVERWRITING', actions: ['OVERWRITE', 'PRESERVE'] },
};

const nameOf = ({ path }: XmlFile): string => path.split('/').at(-1) ?? '';

const actionsIn = (element: XmlElement): readonly string[] => [
  ...[element.attributes.defaultAction, element.attributes.action].filter((action) => action !== undefined),
  ...element.children.flatMap(actionsIn),
];

/** `customscript_x.customdeploy_y` of every deployment there is. */
const deploymentsOf = ({ objects }: SuiteCloudProject): readonly string[] =>
  objects.flatMap(({ root }) =>
    elementsAt(root, 'scriptdeployments', 'scriptdeployment').map(
      ({ attributes }) => `${root?.attributes.scriptid}.${attributes.scriptid}`,
    ),
  );

const problemsOf = (project: SuiteCloudProject, file: XmlFile): readonly string[] => {
  const { path, root, unreadable } = file;
  if (root === undefined) return [`${path}: ${unreadable}`];
  const preference = preferences[nameOf(file)];
  if (preference === undefined) return [`${path}: is no installation preference that NetSuite knows`];
  const known = deploymentsOf(project);
  return [
    ...sentences([
      [
        root.name !== 'preference' || root.attributes.type !== preference.type,
        `${path}: is not a preference of type ${preference.type}`,
      ],
    ]),
    ...actionsIn(root)
      .filter((action) => !preference.actions.includes(action))
      .map((action) => `${path}: "${action}" is no action of it, only ${preference.actions.join(', ')}`),
    ...elementsAt(root, 'scriptdeployments', 'scriptdeployment')
      .map(({ attributes }) => attributes.scriptid ?? '')
      .filter((id) => !known.includes(id))
      .map((id) => `${path}: there is no deployment ${id}`),
  ];
};

/** Hiding and locking come together or not at all (section_1515948480); account customizations have none. */
const pairProblems = (project: SuiteCloudProject): readonly string[] => {
  const names = project.preferences.map(nameOf);
  const hasOne = names.includes('hiding.xml') || names.includes('locking.xml');
  return sentences([
    [
      project.type === 'ACCOUNTCUSTOMIZATION' && names.length > 0,
      'InstallationPreferences: an account customization project has none',
    ],
    [
      hasOne && !(names.includes('hiding.xml') && names.includes('locking.xml')),
      'InstallationPreferences: hiding.xml and locking.xml must both be there',
    ],
  ]);
};

export const preferenceProblems = (project: SuiteCloudProject): readonly string[] => [
  ...project.preferences.flatMap((file) => problemsOf(project, file)),
  ...pairProblems(project),
];
