/** Who may do what: role permissions with their levels (help page chapter_N3236764). */
import type { User } from './entities';

export type PermissionLevel = 'VIEW' | 'CREATE' | 'EDIT' | 'FULL';

const ranks: Readonly<Record<PermissionLevel, number>> = { VIEW: 1, CREATE: 2, EDIT: 3, FULL: 4 };

/** Each level includes the ones below it. */
export function hasPermission(user: User, permissionId: string, wanted: PermissionLevel): boolean {
  if (user.permissions === 'administrator') return true;
  const held = user.permissions[permissionId];
  return held !== undefined && ranks[held] >= ranks[wanted];
}
