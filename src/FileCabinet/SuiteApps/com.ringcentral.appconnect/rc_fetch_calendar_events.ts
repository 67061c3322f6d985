/**
 * Calendar events of the calling user, with attendees, at the right hour.
 *
 * @NApiVersion 2.1
 * @NScriptType Restlet
 * @NModuleScope SameAccount
 */

import { createCalendarEventRepository } from '../../../restlet/calendar-event-repository';
import { dispatch } from '../../../restlet/dispatch';
import { listCalendarEvents } from '../../../restlet/list-calendar-events';
import { netSuiteUserFormat } from '../../../restlet/netsuite-user-format';
import { createNetSuiteZoneClock } from '../../../restlet/netsuite-zone-clock';
import type { Parameters } from '../../../restlet/parameters';
import { createPersonRepository } from '../../../restlet/person-repository';
import { openUserSession } from '../../../restlet/user-session';
import type { CalendarEventsReply } from '../../../contract/restlets';

export const get = (parameters: Parameters): CalendarEventsReply =>
  dispatch(() => {
    const session = openUserSession();
    const format = netSuiteUserFormat(session);
    return listCalendarEvents(parameters, {
      events: createCalendarEventRepository(session),
      people: createPersonRepository(),
      session,
      format,
      clock: createNetSuiteZoneClock(format),
      nowMs: Date.now(),
    });
  });
