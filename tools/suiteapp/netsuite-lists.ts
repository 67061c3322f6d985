/** Lists of values that SDF accepts in this project's XML, from its XML reference. */

/** Prefix and longest script id of each object type (subsect_1537555588, SDFxml_410893908, _2121043136, _4129151512). */
export const objectTypes: ReadonlyMap<string, { readonly prefix: string; readonly longestId: number }> =
  new Map([
    ['restlet', { prefix: 'customscript_', longestId: 40 }],
    ['role', { prefix: 'customrole_', longestId: 40 }],
    ['translationcollection', { prefix: 'custcollection_', longestId: 60 }],
  ]);

/** Of a deployment (SDFxml_3594042655). */
export const deploymentId = { prefix: 'customdeploy_', longestId: 40 } as const;

/** role_centertype (SDFxml_3349140554). */
export const centerTypes: readonly string[] = [
  'ACCOUNTCENTER',
  'BASIC',
  'ENGINEERCENTER',
  'EXECUTIVE',
  'HR',
  'MARKETCENTER',
  'PARTNERCENTER',
  'PROJECTCENTER',
  'SALESCENTER',
  'SHIPPINGCENTER',
  'STOREMANAGER',
  'SUPPORTCENTER',
  'SYSADMINCENTER',
];

/** script_status: what a RESTlet may have of it (section_160514060027). */
export const restletStatuses: readonly string[] = ['RELEASED', 'TESTING'];

/** script_loglevel (SDFxml_1812446334). */
export const logLevels: readonly string[] = ['AUDIT', 'DEBUG', 'EMERGENCY', 'ERROR', 'INTERNAL', 'SYSTEM'];

/** translationcollection_defaultlanguage (SDFxml_753653971); XLIFF files name their languages the same way. */
export const languages: readonly string[] = (
  'af-ZA ar bg-BG bn-BD bs-BA cs-CZ da-DK de-DE el-GR en en-AU en-CA en-GB en-US es-AR es-ES et-EE fa-IR fi-FI fr-CA ' +
  'fr-FR gu-IN he-IL hi-IN hr-HR hu-HU hy-AM id-ID is-IS it-IT ja-JP kn-IN ko-KR lb-LU lt-LT lv-LV mr-IN ms-MY nl-NL ' +
  'no-NO pa-IN pl-PL pt-BR pt-PT ro-RO ru-RU sh-RS sk-SK sl-SI sq-AL sr-RS sv-SE ta-IN te-IN th-TH tl-PH tr-TR uk-UA ' +
  'vi-VN zh-CN zh-TW'
).split(' ');

/** configurable_features (SDFxml_2917333820), without those of accounting, items, payroll, stock and web shops. */
export const featureIds: readonly string[] = (
  'ADVANCEDEMPLOYEEPERMISSIONS APPROVALROUTING CREATESUITEBUNDLES CRM CRMTIME CRM_TEMPLATE_CATEGORIES CUSTOMCODE ' +
  'CUSTOMERACCESS CUSTOMRECORDS CUSTOMSEGMENTS DEPARTMENTS DOCUMENTPUBLISHING DUPLICATES EMAILINTEGRATION ' +
  'EMPLOYEECENTERPUBLISHING EXTCRM HELPDESK INTERNATIONALPHONENUMBERS INTRANET IPADDRESSRULES ISSUEDB JOBMANAGEMENT ' +
  'JOBS KNOWLEDGEBASE KPIREPORTS LEADMANAGEMENT LOCATIONS MAILMERGE MARKETING MOBILEPUSHNTF MULTICURRENCY ' +
  'MULTILANGUAGE MULTIPARTNER MULTIPLECALENDARS OAUTH2 OIDC OPPORTUNITIES PARTNERACCESS PRM RESOURCEALLOCATIONS ' +
  'RESTWEBSERVICES SALESCAMPAIGNS SAMLSSO SERVERSIDESCRIPTING SFA SUITEANALYTICSCONNECT SUITEAPPCONTROLCENTER ' +
  'SUITESIGNON SUPPORT TBA TEAMSELLING TELEPHONY TIMETRACKING USR VENDORACCESS WEBAPPLICATIONS WEBSERVICESEXTERNAL ' +
  'WORKFLOW'
).split(' ');
