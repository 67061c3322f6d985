import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readProject } from '../../tools/suiteapp/suitecloud-project';
import { elementsAt, textAt } from '../../tools/suiteapp/xml-element';

const root = path.join(__dirname, '..', '..');
const guide = readFileSync(path.join(root, 'docs', 'install-netsuite.md'), 'utf8');

/** Id and level of each row that names a permission's id. */
const permissionsInGuide = [...guide.matchAll(/\| `((?:LIST|REPO|ADMI)_\w+)` *\| (\w+) *\| (.*?) *\|$/gm)];

describe('the installation guide', () => {
  it('lists the permissions of the role, at its levels, each with a reason', () => {
    const role = readProject({ root, base: 'src' }).objects.find((object) => object.root?.name === 'role');
    const permissions = elementsAt(role?.root, 'permissions', 'permission').map((permission) => [
      textAt(permission, 'permkey'),
      textAt(permission, 'permlevel'),
    ]);
    const documented = permissionsInGuide.map(([, id, level = '']) => [id, level.toUpperCase()]);
    expect(documented.sort()).toEqual(permissions.sort());
    for (const [, , , reason] of permissionsInGuide) expect(reason).not.toBe('');
  });
});
