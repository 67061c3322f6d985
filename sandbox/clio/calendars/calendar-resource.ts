/** The fields of a Calendar. */
import type { Reader } from '../api/reader';
import { toOne, type ResourceType } from '../api/resource-type';
import { stampFields } from '../api/stamp-fields';
import { calendarPermission } from '../calendar-permission';
import type { Calendar, VisibilitySource } from '../entities';
import { userResource } from '../users/user-resource';

/** Whether the user has the calendar switched on there; in the web UI when no source is named. */
export function isCalendarVisible(calendar: Calendar, userId: number, source: VisibilitySource): boolean {
  return calendar.hiddenIn.get(userId)?.includes(source) !== true;
}

export const calendarResource: ResourceType<Calendar> = {
  name: 'Calendar',
  scalars: {
    ...stampFields<Calendar>('Calendar', ({ id }) => id),
    color: (calendar) => calendar.color,
    light_color: (calendar) => calendar.lightColor,
    court_rules_default_calendar: () => false,
    name: (calendar) => calendar.name,
    permission: (calendar, { user }: Reader) => calendarPermission(calendar, user.id),
    type: (calendar) => calendar.type,
    visible: (calendar, { user }: Reader) => isCalendarVisible(calendar, user.id, 'web'),
    source: () => 'web',
  },
  nested: {
    creator: toOne(userResource, (calendar, { state }) => state.users.get(calendar.creatorId)),
  },
};
