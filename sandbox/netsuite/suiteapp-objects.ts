/** Reads the RESTlets of a SuiteApp and their deployments from its Objects XML (SDFxml_410893908, SDFxml_3594042655). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface RestletDeployment {
  readonly scriptId: string;
  /** What `script` may also be in a URL. NetSuite numbers scripts as they are installed; here by file name. */
  readonly scriptNumber: string;
  readonly deploymentId: string;
  readonly deploymentNumber: string;
  /** The script in the staged File Cabinet. */
  readonly file: string;
  readonly isReleased: boolean;
  /** False when the deployment is not deployed or the script is inactive. */
  readonly isDeployed: boolean;
  readonly allRoles: boolean;
  readonly allEmployees: boolean;
  /** Script ids of the roles in `audslctrole`, in lower case. */
  readonly roles: readonly string[];
}

const firstScriptNumber = 100;

function elements(xml: string, name: string): { readonly attributes: string; readonly content: string }[] {
  const pattern = new RegExp(`<${name}(\\s[^>]*)?>([\\s\\S]*?)</${name}>`, 'g');
  return [...xml.matchAll(pattern)].map(([, attributes = '', content = '']) => ({ attributes, content }));
}

const textOf = (xml: string, name: string): string => elements(xml, name)[0]?.content.trim() ?? '';
const isTrue = (xml: string, name: string): boolean => textOf(xml, name) === 'T';
const idOf = (attributes: string): string => /\bscriptid="([^"]*)"/.exec(attributes)?.[1] ?? '';

/** `[/SuiteApps/<application id>/x.js]` names a file of the File Cabinet. */
function cabinetFile(scriptFile: string, suiteAppFolder: string): string {
  return path.join(suiteAppFolder, 'FileCabinet', scriptFile.replace(/^\[|\]$/g, ''));
}

/** `ADMINISTRATOR|[scriptid=customrole_x]`: names of standard roles and references to custom ones. */
function rolesOf(selected: string): string[] {
  return selected
    .split('|')
    .map((role) =>
      role
        .trim()
        .replace(/^\[scriptid=([^\]]+)\]$/, '$1')
        .toLowerCase(),
    )
    .filter((role) => role !== '');
}

function readRestlets(xml: string, scriptIndex: number, suiteAppFolder: string): RestletDeployment[] {
  return elements(xml.replace(/<!--[\s\S]*?-->/g, ''), 'restlet').flatMap((restlet) =>
    elements(restlet.content, 'scriptdeployment').map((deployment, index) => ({
      scriptId: idOf(restlet.attributes),
      scriptNumber: String(firstScriptNumber + scriptIndex),
      deploymentId: idOf(deployment.attributes),
      deploymentNumber: String(index + 1),
      file: cabinetFile(textOf(restlet.content, 'scriptfile'), suiteAppFolder),
      isReleased: textOf(deployment.content, 'status') === 'RELEASED',
      isDeployed: isTrue(deployment.content, 'isdeployed') && !isTrue(restlet.content, 'isinactive'),
      allRoles: isTrue(deployment.content, 'allroles'),
      allEmployees: isTrue(deployment.content, 'allemployees'),
      roles: rolesOf(textOf(deployment.content, 'audslctrole')),
    })),
  );
}

/**
 * @param suiteAppFolder holds `Objects` and `FileCabinet`, as `src` and the staged `dist/suiteapp` do. A folder that
 *   is not there is an account in which nothing is installed.
 */
export function readSuiteAppDeployments(suiteAppFolder: string): RestletDeployment[] {
  const objectsFolder = path.join(suiteAppFolder, 'Objects');
  if (!existsSync(objectsFolder)) return [];
  return readdirSync(objectsFolder)
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .flatMap((name, index) =>
      readRestlets(readFileSync(path.join(objectsFolder, name), 'utf8'), index, suiteAppFolder),
    );
}
