/** Reads a SuiteCloud project from disk (section_4724963992): the sources in this repository, or what the build staged. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { elementsAt, readXml, textAt, type XmlElement } from './xml-element';

export interface ProjectFile {
  /** As a message names it: relative to where the project was looked for, with slashes. */
  readonly path: string;
  readonly text: string;
}

export interface XmlFile extends ProjectFile {
  /** Absent where the file is missing or not well-formed; `unreadable` says why. */
  readonly root: XmlElement | undefined;
  readonly unreadable: string;
}

export interface SuiteCloudProject {
  readonly type: 'SUITEAPP' | 'ACCOUNTCUSTOMIZATION';
  /** `publisherid.projectid`; of an account customization project, the folder its scripts are in. */
  readonly appId: string;
  /** Scripts are TypeScript still to be compiled. */
  readonly isSource: boolean;
  readonly manifest: XmlFile;
  readonly deploy: XmlFile;
  readonly objects: readonly XmlFile[];
  readonly translations: readonly XmlFile[];
  readonly preferences: readonly XmlFile[];
  readonly scripts: readonly ProjectFile[];
  /** Every file that `~/` can reach, `FileCabinet/…`, `Objects/…` and so on. */
  readonly files: readonly string[];
}

export interface ProjectPlace {
  /** Where manifest.xml and deploy.xml are. */
  readonly root: string;
  /** What `~/` stands for, relative to the root: `src` in this repository, `.` once staged. */
  readonly base: string;
}

const slashes = (file: string): string => file.split(path.sep).join('/');

const filesUnder = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => statSync(path.join(folder, file)).isFile())
        .map(slashes)
        .sort()
    : [];

const xmlFile = (root: string, file: string): XmlFile => {
  const full = path.join(root, file);
  if (!existsSync(full)) return { path: file, text: '', root: undefined, unreadable: 'is missing' };
  const text = readFileSync(full, 'utf8');
  const reading = readXml(text);
  return 'root' in reading
    ? { path: file, text, root: reading.root, unreadable: '' }
    : { path: file, text, root: undefined, unreadable: `is not well-formed XML: ${reading.reason}` };
};

const cabinetFolder = { SUITEAPP: 'FileCabinet/SuiteApps', ACCOUNTCUSTOMIZATION: 'FileCabinet/SuiteScripts' };

/** An account customization project has no id of its own: the one folder that deploy.xml names is where its scripts are. */
const appIdOf = (type: SuiteCloudProject['type'], manifest: XmlFile, deploy: XmlFile): string => {
  if (type === 'SUITEAPP')
    return `${textAt(manifest.root, 'publisherid')}.${textAt(manifest.root, 'projectid')}`;
  const [first] = elementsAt(deploy.root, 'files', 'path');
  return /^~\/FileCabinet\/SuiteScripts\/([^/]+)\/\*$/.exec(first?.text ?? '')?.[1] ?? '';
};

export const readProject = ({ root, base }: ProjectPlace): SuiteCloudProject => {
  const manifest = xmlFile(root, 'manifest.xml');
  const deploy = xmlFile(root, 'deploy.xml');
  const type =
    manifest.root?.attributes.projecttype === 'ACCOUNTCUSTOMIZATION' ? 'ACCOUNTCUSTOMIZATION' : 'SUITEAPP';
  const appId = appIdOf(type, manifest, deploy);
  const files = filesUnder(path.join(root, base));
  const under = (folder: string): readonly string[] => files.filter((file) => file.startsWith(`${folder}/`));
  const named = (file: string): string => slashes(path.join(base, file));
  const xmlUnder = (folder: string): readonly XmlFile[] =>
    under(folder).map((file) => xmlFile(root, named(file)));
  return {
    type,
    appId,
    isSource: base !== '.',
    manifest,
    deploy,
    objects: xmlUnder('Objects'),
    translations: xmlUnder('Translations'),
    preferences: xmlUnder('InstallationPreferences'),
    scripts: under(`${cabinetFolder[type]}/${appId}`).map((file) => ({
      path: named(file),
      text: readFileSync(path.join(root, base, file), 'utf8'),
    })),
    files,
  };
};
