/** What is wrong with the role: its center, and permissions at levels they do not have. */
import { centerTypes } from './netsuite-lists';
import { netSuitePermissions, type PermissionLevel } from './netsuite-permissions';
import { repeated, sentences } from './sentences';
import type { SuiteCloudProject, XmlFile } from './suitecloud-project';
import { elementsAt, textAt, type XmlElement } from './xml-element';

const permissionProblems = (file: string, permission: XmlElement): readonly string[] => {
  const key = textAt(permission, 'permkey');
  const level = textAt(permission, 'permlevel');
  const documented = netSuitePermissions.get(key);
  if (documented === undefined) return [`${file}: ${key} is no permission that NetSuite documents`];
  const levels: readonly string[] = documented.levels satisfies readonly PermissionLevel[];
  return sentences([
    [!levels.includes(level), `${file}: ${key} has no level "${level}", only ${levels.join(', ')}`],
    [level === 'NONE', `${file}: ${key} at NONE gives nothing; leave it out`],
  ]);
};

const problemsOf = ({ path, root }: XmlFile): readonly string[] => {
  const permissions = elementsAt(root, 'permissions', 'permission');
  const keys = permissions.map((permission) => textAt(permission, 'permkey'));
  return [
    ...sentences([
      [textAt(root, 'name') === '', `${path}: has no name`],
      [
        !centerTypes.includes(textAt(root, 'centertype')),
        `${path}: centertype "${textAt(root, 'centertype')}" is none that NetSuite documents`,
      ],
      // section_158263562006: such a role gets INVALID_LOGIN_CREDENTIALS from every RESTlet.
      [
        textAt(root, 'iswebserviceonlyrole') === 'T',
        `${path}: a Web Services Only role cannot call RESTlets`,
      ],
    ]),
    ...permissions.flatMap((permission) => permissionProblems(path, permission)),
    ...repeated(keys).map((key) => `${path}: ${key} is there more than once`),
  ];
};

export const roleProblems = ({ objects }: SuiteCloudProject): readonly string[] =>
  objects.filter(({ root }) => root?.name === 'role').flatMap(problemsOf);
