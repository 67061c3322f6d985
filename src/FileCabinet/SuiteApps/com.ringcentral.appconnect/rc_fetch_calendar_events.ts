/**
 * Calendar events of the calling user, with attendees, at the right hour.
 *
 * @NApiVersion 2.1
 * @NScriptType Restlet
 * @NModuleScope SameAccount
 */

import { createCalendarEventRepository } from '../../../restlet/calendar-event-repository';
import { diagnose } from '../../../restlet/diagnose';
import { dispatch } from '../../../restlet/dispatch';
import { createFormatProbe } from '../../../restlet/format-probe';
import { listCalendarEvents } from '../../../restlet/list-calendar-events';
import { netSuiteUserFormat } from '../../../restlet/netsuite-user-format';
import { createNetSuiteZoneClock } from '../../../restlet/netsuite-zone-clock';
import { flagParameter, type Parameters } from '../../../restlet/parameters';
import { personKinds } from '../../../restlet/person-kinds';
import { searchProbe } from '../../../restlet/search-probe';
import { featuresInEffect, isAdministrator, openUserSession } from '../../../restlet/user-session';
import type { CalendarEventsReply, DiagnosticsReply } from '../../../contract/restlets';

export const get = (parameters: Parameters): CalendarEventsReply | DiagnosticsReply =>
  dispatch(() => {
    const session = openUserSession();
    const format = netSuiteUserFormat(session);
    const events = createCalendarEventRepository(session);
    const account = { session, events, clock: createNetSuiteZoneClock(format), nowMs: Date.now() };
    if (flagParameter(parameters, 'diagnostics', false)) {
      return diagnose(parameters, {
        ...account,
        isAdministrator: isAdministrator(),
        features: featuresInEffect(),
        format: createFormatProbe(session.timeZone),
        search: searchProbe,
      });
    }
    return listCalendarEvents(parameters, { ...account, people: personKinds, format });
  });
