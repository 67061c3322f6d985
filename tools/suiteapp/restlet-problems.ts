/** What is wrong with the RESTlet objects: their script, their deployments, and whether App Connect finds them. */
import { restlets } from '../../src/contract/restlets';
import { logLevels, restletStatuses } from './netsuite-lists';
import { sentences } from './sentences';
import type { SuiteCloudProject, XmlFile } from './suitecloud-project';
import { elementsAt, textAt, type XmlElement } from './xml-element';

/** SuiteApps keep their files in a folder of their own, account customizations under SuiteScripts (section_4724963992). */
const scriptFolder = ({ type, appId }: SuiteCloudProject): string =>
  `/${type === 'SUITEAPP' ? 'SuiteApps' : 'SuiteScripts'}/${appId}/`;

/** `[/SuiteApps/x/y.js]` as the project's file: TypeScript while it is a source. */
const scriptOf = ({ isSource }: SuiteCloudProject, reference: string): string =>
  `FileCabinet${reference.slice(1, -1)}`.replace(/\.js$/, isSource ? '.ts' : '.js');

const deploymentProblems = (file: string, deployment: XmlElement): readonly string[] => {
  const read = (name: string): string => textAt(deployment, name);
  const isForSomebody =
    read('allroles') === 'T' || read('allemployees') === 'T' || read('audslctrole') !== '';
  return sentences([
    [read('title') === '', `${file}: its deployment has no title`],
    [
      !restletStatuses.includes(read('status')),
      `${file}: status "${read('status')}" is none of ${restletStatuses.join(', ')}`,
    ],
    [read('status') === 'TESTING', `${file}: its deployment is not RELEASED, so only its owner can call it`],
    [read('isdeployed') !== 'T', `${file}: its deployment is not deployed`],
    [
      !logLevels.includes(read('loglevel')),
      `${file}: loglevel "${read('loglevel')}" is none of ${logLevels.join(', ')}`,
    ],
    [!isForSomebody, `${file}: its deployment has no audience`],
  ]);
};

const problemsOf = (project: SuiteCloudProject, { path, root }: XmlFile): readonly string[] => {
  const reference = textAt(root, 'scriptfile');
  const deployments = elementsAt(root, 'scriptdeployments', 'scriptdeployment');
  return [
    ...sentences([
      [textAt(root, 'name') === '', `${path}: has no name`],
      [
        !reference.startsWith(`[${scriptFolder(project)}`) || !reference.endsWith('.js]'),
        `${path}: scriptfile ${reference} is not a script in ${scriptFolder(project)}`,
      ],
      [
        !project.files.includes(scriptOf(project, reference)),
        `${path}: there is no ${scriptOf(project, reference)} for its script`,
      ],
      [deployments.length === 0, `${path}: has no deployment`],
    ]),
    ...deployments.flatMap((deployment) => deploymentProblems(path, deployment)),
  ];
};

/** App Connect servers call these ids; they are in its code, so a typing error here is a 404 there. */
const contractProblems = ({ objects }: SuiteCloudProject): readonly string[] =>
  Object.values(restlets).flatMap(({ scriptId, deploymentId, file }) => {
    const object = objects.find(({ root }) => root?.attributes.scriptid === scriptId);
    if (object === undefined) return [`Objects: there is no ${scriptId}, which App Connect calls`];
    const deployments = elementsAt(object.root, 'scriptdeployments', 'scriptdeployment');
    return sentences([
      [
        !deployments.some(({ attributes }) => attributes.scriptid === deploymentId),
        `${object.path}: has no deployment ${deploymentId}, which App Connect calls`,
      ],
      [
        !textAt(object.root, 'scriptfile').endsWith(`/${file}.js]`),
        `${object.path}: its script is not ${file}.js, as the contract says`,
      ],
    ]);
  });

export const restletProblems = (project: SuiteCloudProject): readonly string[] => [
  ...project.objects
    .filter(({ root }) => root?.name === 'restlet')
    .flatMap((object) => problemsOf(project, object)),
  ...contractProblems(project),
];
