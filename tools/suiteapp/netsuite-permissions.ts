/**
 * The permissions a role for calendars can want, as NetSuite documents them: id, level, and the feature without which
 * the account does not have the permission. Source: "Permission Names and IDs", columns Valid Levels and Feature
 * (chapter_N3236764); names of levels in SDF: generic_permission_level (SDFxml_3562219530). A permission that is not
 * here was not read there: look it up and add it.
 */

export type PermissionLevel = 'NONE' | 'VIEW' | 'CREATE' | 'EDIT' | 'FULL';

interface Permission {
  readonly levels: readonly PermissionLevel[];
  /** SDF feature id (SDFxml_2917333820), where the permission depends on one that can be turned off. */
  readonly feature?: string;
}

const everyLevel = ['NONE', 'VIEW', 'CREATE', 'EDIT', 'FULL'] as const;
const allOrNothing = ['NONE', 'FULL'] as const;

export const netSuitePermissions: ReadonlyMap<string, Permission> = new Map(
  Object.entries({
    ADMI_CUSTOMSCRIPT: { levels: everyLevel, feature: 'CUSTOMCODE' },
    ADMI_LOGIN_OAUTH: { levels: allOrNothing, feature: 'TBA' },
    ADMI_LOGIN_OAUTH2: { levels: allOrNothing, feature: 'OAUTH2' },
    ADMI_MANAGE_OAUTH2: { levels: allOrNothing, feature: 'OAUTH2' },
    ADMI_MANAGE_OWN_OAUTH_TOKENS: { levels: allOrNothing, feature: 'TBA' },
    ADMI_RESTWEBSERVICES: { levels: allOrNothing, feature: 'RESTWEBSERVICES' },
    LIST_CALENDAR: { levels: everyLevel, feature: 'CRM' },
    LIST_CALL: { levels: everyLevel, feature: 'CRM' },
    LIST_COMPANY: { levels: everyLevel, feature: 'CRM' },
    LIST_CONTACT: { levels: everyLevel, feature: 'CRM' },
    LIST_CUSTJOB: { levels: everyLevel },
    LIST_EMPLOYEE: { levels: everyLevel },
    LIST_EMPLOYEE_RECORD: { levels: ['VIEW', 'CREATE', 'EDIT', 'FULL'] },
    LIST_EVENT: { levels: everyLevel, feature: 'CRM' },
    LIST_FIND: { levels: ['NONE', 'VIEW', 'FULL'] },
    LIST_JOB: { levels: everyLevel, feature: 'JOBS' },
    LIST_PARTNER: { levels: everyLevel, feature: 'PRM' },
    LIST_SUBSIDIARY: { levels: everyLevel },
    LIST_TASK: { levels: everyLevel, feature: 'CRM' },
    LIST_VENDOR: { levels: everyLevel },
    REPO_ANALYTICS: { levels: ['NONE', 'EDIT'], feature: 'USR' },
  } satisfies Record<string, Permission>),
);
