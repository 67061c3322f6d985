/**
 * Time zone, date format and time format of the calling user.
 *
 * @NApiVersion 2.1
 * @NScriptType Restlet
 * @NModuleScope SameAccount
 */

import type { TimeZoneReply } from '../../../contract/restlets';
import { dispatch } from '../../../restlet/dispatch';
import { getTimeZone } from '../../../restlet/get-time-zone';
import { netSuiteUserFormat } from '../../../restlet/netsuite-user-format';
import { createNetSuiteZoneClock } from '../../../restlet/netsuite-zone-clock';
import { openUserSession } from '../../../restlet/user-session';

export const get = (): TimeZoneReply =>
  dispatch(() => {
    const session = openUserSession();
    return getTimeZone(session, createNetSuiteZoneClock(netSuiteUserFormat(session)), Date.now());
  });
