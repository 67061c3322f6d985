import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { packageProject } from '../../../tools/suiteapp/package-project';
import { stagedFolders, type Variant } from '../../../tools/suiteapp/variant';

const root = path.join(__dirname, '..', '..', '..');
const APP = 'com.ringcentral.appconnect';
const scripts = ['rc_fetch_calendar_events.js', 'rc_get_timezone.js', 'rc_search_attendees.js'];

const common = [
  'Objects/custcollection_rc_app_connect.xml',
  'Objects/customrole_rc_app_connect.xml',
  'Objects/customscript_gettimezone.xml',
  'Objects/customscript_rcfetchcalendarevents.xml',
  'Objects/customscript_rcsearchattendees.xml',
  'Translations/rc_app_connect_de_DE.xlf',
  'Translations/rc_app_connect_es_ES.xlf',
  'Translations/rc_app_connect_fr_FR.xlf',
  'deploy.xml',
  'manifest.xml',
];

/** What the CLI needs beside the staged projects, without the hook that would build them again. */
const configuration = `
  const project = process.env.APP_CONNECT_PROJECT;
  module.exports = { defaultProjectFolder: 'dist/' + project, commands: {} };
`;

let folder: string;
let environment: NodeJS.ProcessEnv;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'package-'));
  // The CLI keeps its settings in the home directory.
  environment = { ...process.env, HOME: folder, USERPROFILE: folder };
  writeFileSync(path.join(folder, 'suitecloud.config.js'), configuration);
  for (const staged of Object.values(stagedFolders))
    cpSync(path.join(root, staged), path.join(folder, staged), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const packaged = (variant: Variant): { readonly zip: string; readonly files: Record<string, string> } => {
  const zip = packageProject({ variant, folder, destination: path.join(folder, 'out'), environment });
  const entries = Object.entries(unzipSync(readFileSync(zip))).filter(([name]) => !name.endsWith('/'));
  return { zip, files: Object.fromEntries(entries.map(([name, bytes]) => [name, strFromU8(bytes)])) };
};

describe('the zip that the SuiteCloud CLI makes offline', () => {
  it('of the SuiteApp holds scripts, objects, translations, preferences and descriptors, and nothing else', () => {
    const { zip, files } = packaged('suiteapp');
    expect(path.basename(zip)).toBe(`${APP}-1.0.0.zip`);
    expect(Object.keys(files).sort()).toEqual(
      [
        ...common,
        ...scripts.map((script) => `FileCabinet/SuiteApps/${APP}/${script}`),
        ...['hiding', 'locking', 'overwriting'].map((name) => `InstallationPreferences/${name}.xml`),
      ].sort(),
    );
  });

  it('of the account customization has the same scripts elsewhere, and no preferences', () => {
    const { zip, files } = packaged('account-customization');
    expect(path.basename(zip)).toBe(`${APP}-1.0.0-account-customization.zip`);
    expect(Object.keys(files).sort()).toEqual(
      [...common, ...scripts.map((script) => `FileCabinet/SuiteScripts/${APP}/${script}`)].sort(),
    );
    expect(files['manifest.xml']).toContain('projecttype="ACCOUNTCUSTOMIZATION"');
    expect(files['manifest.xml']).not.toMatch(/publisherid|projectid|projectversion/);
    const descriptions = Object.entries(files).filter(([name]) => name.endsWith('.xml'));
    for (const [, xml] of descriptions) expect(xml).not.toContain('/SuiteApps/');
  });

  it.each<Variant>(['suiteapp', 'account-customization'])(
    'of the %s has NetSuite’s header first in every script, and objects that name files it holds',
    (variant) => {
      const { files } = packaged(variant);
      for (const [name, text] of Object.entries(files)) {
        if (name.endsWith('.js'))
          expect(text).toMatch(/^\/\*\*[^/]*@NApiVersion 2\.1[^/]*@NScriptType Restlet/);
        const script = /<scriptfile>\[(.*)\]<\/scriptfile>/.exec(text)?.[1];
        if (script !== undefined) expect(files).toHaveProperty([`FileCabinet${script}`]);
      }
    },
  );

  it('replaces the one made before, and leaves nothing behind', () => {
    packaged('suiteapp');
    const { zip } = packaged('suiteapp');
    expect(readdirSync(path.dirname(zip))).toEqual([`${APP}-1.0.0.zip`]);
    expect(existsSync(path.join(folder, 'build'))).toBe(false);
  });

  it('is not made of a project without a manifest; the CLI’s own words say so', () => {
    rmSync(path.join(folder, stagedFolders.suiteapp, 'manifest.xml'));
    expect(() => packaged('suiteapp')).toThrow(/could not package suiteapp:[\s\S]*Missing manifest\.xml/);
  });
});
