/** `/api/v4/calendars`: the calendars a user can see, with the user's permission for each. */
import type { Router } from 'express';

import { apiHandler, type ApiCall, type ApiOptions } from '../api/api-call';
import { orderBy } from '../api/list-page';
import { sendList } from '../api/list-reply';
import { selectedFields, sendShow } from '../api/show-reply';
import { calendarPermission, isWriteable } from '../calendar-permission';
import { notFound } from '../clio-error';
import { entityTag } from '../entity-tag';
import type { Calendar } from '../entities';
import { calendarResource, isCalendarVisible } from './calendar-resource';

type CalendarFilter = (calendar: Calendar) => boolean;

const calendarTypes = ['AccountCalendar', 'AdhocCalendar', 'UserCalendar'] as const;

/** `wanted` is `undefined` when the parameter is not there. */
function equals<T>(wanted: T | undefined, read: (calendar: Calendar) => T): CalendarFilter {
  return (calendar) => wanted === undefined || read(calendar) === wanted;
}

function isListed(calendar: Calendar, { reader }: ApiCall): boolean {
  return (
    reader.switches.calendarsWithoutPermission === 'listed' ||
    calendarPermission(calendar, reader.user.id) !== 'none'
  );
}

function calendarFilters({ query, reader }: ApiCall): CalendarFilter[] {
  const { user, state } = reader;
  const source = query.choice('source', ['web', 'mobile']) ?? 'web';
  const ids = query.integers('ids');
  const createdSinceMs = query.time('created_since') ?? Number.NEGATIVE_INFINITY;
  const updatedSinceMs = query.time('updated_since') ?? Number.NEGATIVE_INFINITY;
  const onlyActive = query.flag('filter_inactive_users') === true;
  return [
    equals(query.choice('type', calendarTypes), ({ type }) => type),
    equals(query.flag('owner'), (calendar) => calendarPermission(calendar, user.id) === 'owner'),
    equals(query.flag('writeable'), (calendar) => isWriteable(calendarPermission(calendar, user.id))),
    equals(query.flag('visible'), (calendar) => isCalendarVisible(calendar, user.id, source)),
    ({ id }) => ids === undefined || ids.includes(id),
    ({ createdAtMs, updatedAtMs }) => createdAtMs >= createdSinceMs && updatedAtMs >= updatedSinceMs,
    ({ userId }) => !onlyActive || userId === null || state.users.get(userId)?.enabled === true,
  ];
}

function listCalendars(call: ApiCall): void {
  const filters = calendarFilters(call);
  const calendars = [...call.reader.state.calendars.values()].filter(
    (calendar) => isListed(calendar, call) && filters.every((fits) => fits(calendar)),
  );
  const order = orderBy<Calendar>(call.query, { id: ({ id }) => id, name: ({ name }) => name });
  sendList(call, calendarResource, calendars, order);
}

function showCalendar(call: ApiCall): void {
  const calendar = call.reader.state.calendars.get(Number(call.id));
  if (calendar === undefined || !isListed(calendar, call)) throw notFound();
  const etag = entityTag('Calendar', calendar.id, calendar.version);
  const selection = selectedFields(call, calendarResource);
  sendShow(call, calendarResource, calendar, { etag, updatedAtMs: calendar.updatedAtMs, selection });
}

export function addCalendarRoutes(router: Router, options: ApiOptions): void {
  options.ledger.register(
    router,
    {
      method: 'get',
      path: '/api/v4/calendars{.json}',
      status: 'implemented',
      provenance: 'documented',
      source: 'OpenAPI Calendar#index',
    },
    apiHandler(options, ['calendars', 'read'], listCalendars),
  );
  options.ledger.register(
    router,
    {
      method: 'get',
      path: '/api/v4/calendars/:id{.json}',
      status: 'implemented',
      provenance: 'documented',
      source: 'OpenAPI Calendar#show',
    },
    apiHandler(options, ['calendars', 'read'], showCalendar),
  );
}
