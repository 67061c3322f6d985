/** What is wrong with the objects whatever their type: XML, ids, file names, values that are T or F. */
import { deploymentId, objectTypes } from './netsuite-lists';
import { repeated, sentences } from './sentences';
import type { SuiteCloudProject, XmlFile } from './suitecloud-project';
import { elementsAt, type XmlElement } from './xml-element';

interface IdKind {
  readonly prefix: string;
  readonly longestId: number;
}

const idProblems = (file: string, id: string, { prefix, longestId }: IdKind): readonly string[] =>
  sentences([
    [!id.startsWith(prefix), `${file}: script id ${id} does not begin with ${prefix}`],
    [id.length > longestId, `${file}: script id ${id} is longer than ${longestId} characters`],
    [!/^[a-z0-9_]+$/.test(id), `${file}: script id ${id} has more than lower-case letters, digits and _`],
  ]);

const deploymentIds = (root: XmlElement): readonly string[] =>
  elementsAt(root, 'scriptdeployments', 'scriptdeployment').map(
    ({ attributes }) => attributes.scriptid ?? '',
  );

/** bridgehead_24076946: T or F, in capitals. */
const isYesOrNo = (name: string): boolean =>
  /^(is(inactive|deployed|salesrole|supportrole|webserviceonlyrole)|all(roles|employees|partners)|notify(admins|owner|user))$/.test(
    name,
  );

const yesOrNoProblems = (file: string, element: XmlElement): readonly string[] => [
  ...(isYesOrNo(element.name) && element.text !== 'T' && element.text !== 'F'
    ? [`${file}: ${element.name} is "${element.text}", neither T nor F`]
    : []),
  ...element.children.flatMap((child) => yesOrNoProblems(file, child)),
];

const problemsOf = ({ path, root, unreadable }: XmlFile): readonly string[] => {
  if (root === undefined) return [`${path}: ${unreadable}`];
  const kind = objectTypes.get(root.name);
  if (kind === undefined) return [`${path}: <${root.name}> is no object type of this project`];
  const id = root.attributes.scriptid ?? '';
  return [
    ...sentences([
      [!path.endsWith(`/${id}.xml`), `${path}: its scriptid is ${id}; the file is named for it`],
    ]),
    ...idProblems(path, id, kind),
    ...deploymentIds(root).flatMap((deployment) => idProblems(path, deployment, deploymentId)),
    ...yesOrNoProblems(path, root),
  ];
};

export const objectProblems = ({ objects }: SuiteCloudProject): readonly string[] => [
  ...objects.flatMap(problemsOf),
  ...repeated(objects.flatMap(({ root }) => (root === undefined ? [] : deploymentIds(root)))).map(
    (id) => `Objects: deployment ${id} is there more than once`,
  ),
];
