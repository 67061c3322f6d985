/** What is wrong with manifest.xml: ids, version, and the features that the rest of the project depends on. */
import { featureIds } from './netsuite-lists';
import { netSuitePermissions } from './netsuite-permissions';
import { repeated, sentences, type Rule } from './sentences';
import type { SuiteCloudProject } from './suitecloud-project';
import { elementsAt, textAt } from './xml-element';

/** Publisher ids, project ids and versions: subsect_1509931104. */
const suiteAppRules = (project: SuiteCloudProject, read: (name: string) => string): readonly Rule[] => [
  [
    !/^[a-z0-9]+\.[a-z0-9]+$/.test(read('publisherid')),
    `manifest.xml: publisherid "${read('publisherid')}" is not <domain>.<company>`,
  ],
  [
    !/^[a-z0-9]{1,39}$/.test(read('projectid')),
    `manifest.xml: projectid "${read('projectid')}" is not one word of under 40 lower-case letters and digits`,
  ],
  [project.appId.length > 80, `manifest.xml: application id ${project.appId} is longer than 80 characters`],
  [
    !/^\d+\.\d+\.\d+$/.test(read('projectversion')),
    `manifest.xml: projectversion "${read('projectversion')}" is not of the form 1.2.3`,
  ],
];

const accountCustomizationRules = (read: (name: string) => string): readonly Rule[] =>
  ['publisherid', 'projectid', 'projectversion'].map((name) => [
    read(name) !== '',
    `manifest.xml: an account customization project has no ${name}`,
  ]);

/**
 * Feature, and what needs it. RESTlets: SDFxml_410893908. Both kinds of SuiteScript for OAuth 2.0 with RESTlets:
 * section_157771482304. Translation collections: section_4724921034.
 */
const neededFeatures = ({ objects }: SuiteCloudProject): ReadonlyMap<string, string> => {
  const needed = new Map<string, string>();
  for (const { root, path } of objects) {
    if (root?.name === 'restlet') needed.set('SERVERSIDESCRIPTING', path).set('CUSTOMCODE', path);
    if (root?.name === 'translationcollection') needed.set('MULTILANGUAGE', path);
    for (const { text } of elementsAt(root, 'permissions', 'permission', 'permkey')) {
      const feature = netSuitePermissions.get(text)?.feature;
      if (feature !== undefined) needed.set(feature, `${path} (${text})`);
    }
  }
  return needed;
};

const featureProblems = (project: SuiteCloudProject): readonly string[] => {
  const features = elementsAt(project.manifest.root, 'dependencies', 'features', 'feature');
  const ids = features.map(({ text }) => text);
  return [
    ...features.flatMap(({ text, attributes }) =>
      sentences([
        [!featureIds.includes(text), `manifest.xml: ${text} is no feature that NetSuite documents`],
        [
          attributes.required !== 'true' && attributes.required !== 'false',
          `manifest.xml: feature ${text} does not say whether it is required`,
        ],
      ]),
    ),
    ...repeated(ids).map((id) => `manifest.xml: feature ${id} is there more than once`),
    ...[...neededFeatures(project)]
      .filter(([id]) => !ids.includes(id))
      .map(([id, because]) => `manifest.xml: lacks feature ${id}, on which ${because} depends`),
  ];
};

export const manifestProblems = (project: SuiteCloudProject): readonly string[] => {
  const { root, unreadable } = project.manifest;
  if (root === undefined) return [`manifest.xml: ${unreadable}`];
  const read = (name: string): string => textAt(root, name);
  return [
    ...sentences([
      [
        root.name !== 'manifest' || root.attributes.projecttype !== project.type,
        'manifest.xml: is of no project type that NetSuite knows',
      ],
      [read('projectname') === '', 'manifest.xml: has no projectname'],
      [read('frameworkversion') !== '1.0', 'manifest.xml: frameworkversion is not 1.0'],
      ...(project.type === 'SUITEAPP' ? suiteAppRules(project, read) : accountCustomizationRules(read)),
    ]),
    ...featureProblems(project),
  ];
};
