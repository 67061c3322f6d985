/** Answers what the calling role may do (permission ids: chapter_N3236764). */
import type { PersonKind, User } from '../entities';
import { SuiteScriptFault } from './suitescript-fault';

/** `runtime.Permission`. */
export const permissionLevels = { NONE: 0, VIEW: 1, CREATE: 2, EDIT: 3, FULL: 4 } as const;

export type PermissionLevel = keyof typeof permissionLevels;

/** The permission that opens the list of each kind of entity. */
export const listPermissions = {
  contact: 'LIST_CONTACT',
  customer: 'LIST_CUSTJOB',
  vendor: 'LIST_VENDOR',
  employee: 'LIST_EMPLOYEE',
} as const satisfies Record<PersonKind, string>;

/** The level a user's role holds, as a number of {@link permissionLevels}. */
export function permissionLevelOf(user: User, permission: string): number {
  if (user.permissions === 'administrator') return permissionLevels.FULL;
  return permissionLevels[user.permissions[permission] ?? 'NONE'];
}

/** @throws SuiteScriptFault INSUFFICIENT_PERMISSION */
export function requirePermission(user: User, permission: string, level: PermissionLevel): void {
  if (permissionLevelOf(user, permission) >= permissionLevels[level]) return;
  throw new SuiteScriptFault(
    'INSUFFICIENT_PERMISSION',
    `Permission Violation: You need the '${permission}' permission (${level}) to do this. ` +
      'Please contact your account administrator.',
  );
}
