/** Internal ids of roles: that of the standard Administrator; custom roles get one number, as the state holds none. */
import type { User } from './entities';

const administratorRoleId = 3;
const customRoleId = 1_000;

export function roleInternalId(user: Pick<User, 'permissions'>): number {
  return user.permissions === 'administrator' ? administratorRoleId : customRoleId;
}
