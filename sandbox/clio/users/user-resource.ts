/** The fields of a User. */
import { absent, noValue, type ResourceType } from '../api/resource-type';
import { stampFields } from '../api/stamp-fields';
import { zoneName } from '../api/zone-name';
import type { User } from '../entities';

export function userName(user: User): string {
  return `${user.firstName} ${user.lastName}`;
}

export const userResource: ResourceType<User> = {
  name: 'User',
  scalars: {
    ...stampFields<User>('User', ({ id }) => id),
    account_owner: (user) => user.accountOwner,
    clio_connect: () => false,
    court_rules_default_attendee: () => false,
    default_calendar_id: (user) => user.defaultCalendarId,
    email: (user) => user.email,
    enabled: (user) => user.enabled,
    first_name: (user) => user.firstName,
    initials: (user) => `${user.firstName.slice(0, 1)}${user.lastName.slice(0, 1)}`,
    last_name: (user) => user.lastName,
    name: userName,
    phone_number: (user) => user.phoneNumber,
    rate: noValue,
    roles: (user) => (user.accountOwner ? ['Administrator'] : []),
    subscription_type: (user) => user.subscriptionType,
    time_zone: (user, { switches }) => zoneName(user.timeZone, switches.timeZoneNames),
  },
  nested: {
    default_activity_description: absent(null),
    notification_methods: absent([]),
    account: absent(null),
    avatar: absent(null),
    contact: absent(null),
    job_title: absent(null),
    groups: absent([]),
  },
};
