import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stageAccountCustomization } from '../../tools/suiteapp/stage-project';
import { stagedProjectProblems, suiteAppProblems } from '../../tools/suiteapp-problems';

const root = path.join(__dirname, '..', '..');
const APP = 'com.ringcentral.appconnect';
const OBJECT = 'src/Objects/customscript_gettimezone.xml';
const ROLE = 'src/Objects/customrole_rc_app_connect.xml';
const TERMS = 'src/Objects/custcollection_rc_app_connect.xml';
const GERMAN = 'src/Translations/rc_app_connect_de_DE.xlf';
const SCRIPT = `src/FileCabinet/SuiteApps/${APP}/rc_get_timezone.ts`;
const HIDING = 'src/InstallationPreferences/hiding.xml';
const LOCKING = 'src/InstallationPreferences/locking.xml';
const OVERWRITING = 'src/InstallationPreferences/overwriting.xml';

let copy: string;

beforeEach(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'suiteapp-'));
});

afterEach(() => rmSync(copy, { recursive: true, force: true }));

const change = (file: string, from: string | RegExp, to: string): void => {
  const before = readFileSync(path.join(copy, file), 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path.join(copy, file), after);
};

type Mistake = readonly [name: string, file: string, from: string | RegExp, to: string, message: RegExp];

const mistakesIn: Readonly<Record<string, readonly Mistake[]>> = {
  manifest: [
    ['broken XML', 'manifest.xml', '</features>', '', /manifest\.xml: is not well-formed XML/],
    ['another project type', 'manifest.xml', 'SUITEAPP', 'SUITE', /no project type/],
    [
      'a publisher id of one word',
      'manifest.xml',
      'com.ringcentral',
      'ringcentral',
      /not <domain>\.<company>/,
    ],
    ['a project id of two words', 'manifest.xml', '>appconnect<', '>app_connect<', /not one word/],
    [
      'another application id than the folder',
      'manifest.xml',
      '>appconnect<',
      '>other<',
      /no script of com\.ringcentral\.other/,
    ],
    ['a version of two parts', 'manifest.xml', '1.0.0', '1.0', /not of the form 1\.2\.3/],
    [
      'an unknown framework version',
      'manifest.xml',
      'version>1.0<',
      'version>2.0<',
      /frameworkversion is not 1\.0/,
    ],
    ['no project name', 'manifest.xml', /<projectname>.*<\/projectname>/, '', /has no projectname/],
    ['a feature nobody knows', 'manifest.xml', 'CUSTOMCODE', 'CUSTOMCODES', /CUSTOMCODES is no feature/],
    ['a feature twice', 'manifest.xml', 'OAUTH2', 'CRM', /feature CRM is there more than once/],
    [
      'a feature that is half required',
      'manifest.xml',
      'required="false"',
      'required="maybe"',
      /whether it is required/,
    ],
    [
      'a missing feature of the RESTlets',
      'manifest.xml',
      /.*SERVERSIDESCRIPTING.*\n/,
      '',
      /lacks feature SERVERSIDESCRIPTING/,
    ],
    [
      'a missing feature of a permission',
      'manifest.xml',
      /.*RESTWEBSERVICES.*\n/,
      '',
      /lacks feature RESTWEBSERVICES.*ADMI_RESTWEBSERVICES/,
    ],
  ],
  'deploy file': [
    ['broken XML', 'deploy.xml', '</objects>', '</object>', /deploy\.xml: is not well-formed XML/],
    [
      'scripts of another application',
      'deploy.xml',
      APP,
      'com.other.app',
      /com\.other\.app\/\* leads nowhere/,
    ],
    [
      'scripts left out',
      'deploy.xml',
      APP,
      'com.other.app',
      /does not deploy FileCabinet\/.*rc_get_timezone\.ts/,
    ],
    [
      'objects left out',
      'deploy.xml',
      '~/Objects/*',
      `~/Objects/customrole_rc_app_connect.xml`,
      /does not deploy Objects\/customscript_gettimezone/,
    ],
    [
      'translations left out',
      'deploy.xml',
      '~/Translations/*',
      '~/Objects/*',
      /does not deploy Translations/,
    ],
    ['a path from elsewhere', 'deploy.xml', '~/Objects/*', '/Objects/*', /does not begin with ~\//],
  ],
  objects: [
    ['broken XML', OBJECT, '</name>', '</nam>', /not well-formed/],
    ['an attribute without quotes', OBJECT, '"T"', 'T', /not well-formed/],
    ['an unknown object type', ROLE, /role>/g, 'rôle>', /not well-formed|no object type/],
    [
      'an id that is too long',
      OBJECT,
      'customdeploy_gettimezone',
      `customdeploy_${'x'.repeat(40)}`,
      /longer than 40/,
    ],
    [
      'an id with another prefix',
      OBJECT,
      'customdeploy_gettimezone',
      'deploy_gettimezone',
      /does not begin with customdeploy_/,
    ],
    [
      'an id in capitals',
      OBJECT,
      'customdeploy_gettimezone',
      'customdeploy_GetTimeZone',
      /more than lower-case letters/,
    ],
    [
      'a file named for another id',
      OBJECT,
      'scriptid="customscript_gettimezone"',
      'scriptid="customscript_other"',
      /named for it/,
    ],
    [
      'a deployment id twice',
      OBJECT,
      'customdeploy_gettimezone',
      'customdeploy_rcsearchattendees',
      /more than once/,
    ],
    [
      'a value that is neither T nor F',
      OBJECT,
      '<isinactive>F',
      '<isinactive>false',
      /isinactive is "false", neither T nor F/,
    ],
  ],
  RESTlets: [
    ['no name', OBJECT, /<name .*<\/name>/, '', /has no name/],
    [
      'a script that is not compiled from anything',
      OBJECT,
      'rc_get_timezone.js',
      'rc_gone.js',
      /there is no FileCabinet.*rc_gone\.ts/,
    ],
    [
      'a script outside the SuiteApp',
      OBJECT,
      `/SuiteApps/${APP}/`,
      '/SuiteScripts/',
      /not a script in \/SuiteApps/,
    ],
    ['a script file without brackets', OBJECT, /\[(\/SuiteApps.*)\]/, '$1', /not a script in/],
    ['a deployment for testers only', OBJECT, 'RELEASED', 'TESTING', /not RELEASED/],
    ['a status RESTlets do not have', OBJECT, 'RELEASED', 'SCHEDULED', /status "SCHEDULED" is none of/],
    ['a deployment that is off', OBJECT, '<isdeployed>T', '<isdeployed>F', /not deployed/],
    ['an unknown log level', OBJECT, '>ERROR<', '>WARN<', /loglevel "WARN" is none of/],
    ['a deployment without a title', OBJECT, /<title>.*<\/title>/, '', /has no title/],
    ['a deployment for nobody', OBJECT, '<allroles>T', '<allroles>F', /has no audience/],
    [
      'a script without a deployment',
      OBJECT,
      /<scriptdeployments>[\s\S]*<\/scriptdeployments>/,
      '',
      /has no deployment$/,
    ],
    [
      'a deployment App Connect does not call',
      OBJECT,
      'customdeploy_gettimezone',
      'customdeploy_tz',
      /has no deployment customdeploy_gettimezone/,
    ],
    [
      'another script than the contract says',
      OBJECT,
      'rc_get_timezone.js',
      'rc_search_attendees.js',
      /its script is not rc_get_timezone\.js/,
    ],
  ],
  role: [
    ['no name', ROLE, /<name>.*<\/name>/, '', /has no name/],
    ['an unknown center', ROLE, 'BASIC', 'CLASSIC', /centertype "CLASSIC"/],
    ['a permission nobody knows', ROLE, 'LIST_EVENT', 'LIST_EVENTS', /LIST_EVENTS is no permission/],
    ['a level nobody knows', ROLE, 'VIEW', 'READ', /no level "READ"/],
    ['a level this permission does not have', ROLE, '>EDIT<', '>FULL<', /REPO_ANALYTICS has no level "FULL"/],
    ['a permission twice', ROLE, 'LIST_VENDOR', 'LIST_CONTACT', /LIST_CONTACT is there more than once/],
    [
      'a role for web services only',
      ROLE,
      '</centertype>',
      '</centertype><iswebserviceonlyrole>T</iswebserviceonlyrole>',
      /cannot call RESTlets/,
    ],
  ],
  translations: [
    [
      'a reference to no term',
      OBJECT,
      'time_zone_name',
      'time_zone_title',
      /time_zone_title, which does not exist/,
    ],
    ['a reference without its mark', OBJECT, '<name translate="T">', '<name>', /without translate="T"/],
    ['a mark without a reference', OBJECT, /\[scriptid=.*_name\]/, 'RC Time', /refers to no term/],
    ['a language nobody speaks', TERMS, 'en-US', 'en-US-x', /defaultlanguage "en-US-x"/],
    [
      'a term twice',
      TERMS,
      'scriptid="attendees_name"',
      'scriptid="time_zone_name"',
      /term time_zone_name is there more than once/,
    ],
    [
      'a term in capitals',
      TERMS,
      'scriptid="attendees_name"',
      'scriptid="Attendees"',
      /"Attendees" is no name of a term/,
    ],
    ['broken XLIFF', GERMAN, '</target>', '', /de_DE\.xlf: is not well-formed XML/],
    ['another XLIFF', GERMAN, 'version="1.2">', 'version="2.0">', /is not XLIFF 1\.2/],
    [
      'a translation into English',
      GERMAN,
      'target-language="de-DE"',
      'target-language="en-US"',
      /translates into its own language/,
    ],
    ['a translation into nothing NetSuite has', GERMAN, 'de-DE', 'de-XX', /target-language "de-XX"/],
    [
      'a translation from another language',
      GERMAN,
      'source-language="en-US"',
      'source-language="en-GB"',
      /source-language is not the default language/,
    ],
    [
      'another collection',
      GERMAN,
      'custcollection_rc_app_connect',
      'custcollection_other',
      /no translation collection custcollection_other/,
    ],
    [
      'a translation of no term',
      GERMAN,
      'id="TIME_ZONE_NAME"',
      'id="ZONE"',
      /translates .*\.zone, which does not exist/,
    ],
    [
      'a term without a translation',
      GERMAN,
      'id="TIME_ZONE_NAME"',
      'id="ZONE"',
      /does not translate .*\.time_zone_name/,
    ],
    ['an empty translation', GERMAN, 'RC Zeitzone abrufen', '', /has no translation/],
    ['a name that grew too long', GERMAN, 'RC Zeitzone abrufen', 'RC '.repeat(14), /longer than 40/],
    [
      'a term that changed since',
      TERMS,
      'RC Get Time Zone',
      'RC Read Time Zone',
      /not the text of the term any more/,
    ],
  ],
  preferences: [
    ['broken XML', LOCKING, '</preference>', '', /locking\.xml: is not well-formed XML/],
    ['another type', LOCKING, 'LOCKING', 'HIDING', /not a preference of type LOCKING/],
    ['another action', HIDING, 'UNHIDE', 'SHOW', /"SHOW" is no action/],
    [
      'a deployment that is not there',
      OVERWRITING,
      'customdeploy_gettimezone',
      'customdeploy_tz',
      /no deployment customscript_gettimezone\.customdeploy_tz/,
    ],
  ],
  scripts: [
    ['no API version', SCRIPT, '@NApiVersion 2.1', '', /lacks @NApiVersion/],
    ['an old API version', SCRIPT, '@NApiVersion 2.1', '@NApiVersion 2.0', /lacks @NApiVersion 2\.1/],
    ['no type', SCRIPT, '@NScriptType Restlet', '', /lacks @NScriptType/],
    ['an unknown module scope', SCRIPT, 'SameAccount', 'Everybody', /@NModuleScope Everybody/],
    ['no entry point', SCRIPT, 'export const get', 'export const read', /no entry point/],
  ],
};

describe.each(Object.entries(mistakesIn))('in the %s, the structure check notices', (_part, mistakes) => {
  beforeEach(() => {
    for (const part of ['manifest.xml', 'deploy.xml', 'src'])
      cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
  });

  it.each(mistakes)('%s', (_name, file, from, to, message) => {
    change(file, from, to);
    expect(suiteAppProblems(copy)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });

  it('nothing where nothing is wrong', () => {
    expect(suiteAppProblems(copy)).toEqual([]);
  });
});

describe('of files that are missing or too many, the structure check notices', () => {
  beforeEach(() => {
    for (const part of ['manifest.xml', 'deploy.xml', 'src'])
      cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
  });

  it.each([
    ['deploy.xml', /deploy\.xml: is missing/],
    ['manifest.xml', /manifest\.xml: is missing/],
    [HIDING, /hiding\.xml and locking\.xml must both be there/],
    [OBJECT, /there is no customscript_gettimezone, which App Connect calls/],
    [OBJECT, /rc_get_timezone\.ts: no object names this script/],
    [SCRIPT, /there is no FileCabinet.*rc_get_timezone\.ts/],
  ])('%s', (file, message) => {
    rmSync(path.join(copy, file));
    expect(suiteAppProblems(copy)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });

  it('a preference that NetSuite does not have', () => {
    cpSync(path.join(copy, LOCKING), path.join(copy, 'src/InstallationPreferences/freezing.xml'));
    expect(suiteAppProblems(copy)).toEqual([expect.stringMatching(/no installation preference/)]);
  });

  it('a translation under a name that is not deployed', () => {
    cpSync(path.join(copy, GERMAN), path.join(copy, 'src/Translations/german.xml'));
    expect(suiteAppProblems(copy)).toEqual([expect.stringMatching(/neither in \.xlf nor in \.xliff/)]);
  });
});

describe('in a staged SuiteApp, the structure check notices', () => {
  const BUILT = `FileCabinet/SuiteApps/${APP}/rc_get_timezone.js`;

  beforeEach(() => cpSync(path.join(root, 'dist', 'suiteapp'), copy, { recursive: true }));

  it('nothing where nothing is wrong', () => {
    expect(stagedProjectProblems(copy)).toEqual([]);
  });

  it.each([
    ['a header that a minimizer dropped', /^\/\*\*[\s\S]*?\*\//, '', /lacks @NApiVersion 2\.1/],
    ['code before the header', /^/, '"use strict";\n', /lacks @NScriptType Restlet/],
    ['a second define', /$/, '\ndefine([], () => ({ get: () => 1 }));', /calls define 2 times/],
    ['no define', 'define(', '(() => undefined)(', /calls define 0 times/],
    [
      'a module that is not of NetSuite',
      '"N/log"',
      '"lodash"',
      /depends on more than NetSuite's own modules/,
    ],
    ['no entry point', /get: \(\) =>/, 'read: () =>', /returns no entry point/],
    [
      'a script that fails as it loads',
      'define(',
      'process.exit(1); define(',
      /cannot be loaded: process is not defined/,
    ],
  ])('%s', (_name, from, to, message) => {
    change(BUILT, from, to);
    expect(stagedProjectProblems(copy)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });

  it('a script that was not compiled', () => {
    rmSync(path.join(copy, BUILT));
    expect(stagedProjectProblems(copy)).toEqual([
      expect.stringMatching(/there is no FileCabinet.*rc_get_timezone\.js/),
    ]);
  });
});

describe('in a staged account customization project, the structure check notices', () => {
  beforeEach(() => stageAccountCustomization(path.join(root, 'dist', 'suiteapp'), copy));

  it('nothing where nothing is wrong', () => {
    expect(stagedProjectProblems(copy)).toEqual([]);
  });

  it('what only a SuiteApp may have', () => {
    change('manifest.xml', '<projectname>', '<publisherid>com.ringcentral</publisherid><projectname>');
    cpSync(path.join(root, HIDING), path.join(copy, 'InstallationPreferences', 'hiding.xml'));
    expect(stagedProjectProblems(copy)).toEqual([
      expect.stringMatching(/has no publisherid/),
      expect.stringMatching(/an account customization project has none/),
      expect.stringMatching(/must both be there/),
    ]);
  });

  it('a script file left in the folder of the SuiteApp', () => {
    change('Objects/customscript_gettimezone.xml', '/SuiteScripts/', '/SuiteApps/');
    expect(stagedProjectProblems(copy)).toEqual(
      expect.arrayContaining([expect.stringMatching(/not a script in \/SuiteScripts/)]),
    );
  });
});
