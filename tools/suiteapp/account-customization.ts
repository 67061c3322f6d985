/**
 * Turns the files of the SuiteApp into those of an account customization project: the same scripts and objects for an
 * account whose owner has no publisher id from Oracle (subsect_1510680449).
 */

/** Files that only a SuiteApp has (section_4724963992). */
const isForSuiteAppsOnly = (file: string): boolean => file.startsWith('InstallationPreferences/');

const manifestOf = (xml: string): string =>
  xml
    .replace('projecttype="SUITEAPP"', 'projecttype="ACCOUNTCUSTOMIZATION"')
    .replace(/^ *<(publisherid|projectid|projectversion)>.*<\/\1>\n/gm, '');

const movedScripts = (xml: string, appId: string): string =>
  xml.replaceAll(`/SuiteApps/${appId}/`, `/SuiteScripts/${appId}/`);

interface StagedFile {
  /** Relative to the project's folder, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** The file as the account customization project has it; undefined where that has none. */
export const accountCustomizationFile = (file: StagedFile, appId: string): StagedFile | undefined => {
  if (isForSuiteAppsOnly(file.path)) return undefined;
  const path = file.path.replace(`FileCabinet/SuiteApps/${appId}/`, `FileCabinet/SuiteScripts/${appId}/`);
  if (path === 'manifest.xml') return { path, text: manifestOf(file.text) };
  if (path === 'deploy.xml' || path.startsWith('Objects/'))
    return { path, text: movedScripts(file.text, appId) };
  return { path, text: file.text };
};
