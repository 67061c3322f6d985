/**
 * Contacts, customers, vendors and employees by name, to invite to a calendar event.
 *
 * @NApiVersion 2.1
 * @NScriptType Restlet
 * @NModuleScope SameAccount
 */

import type { AttendeeSearchReply } from '../../../contract/restlets';
import { dispatch } from '../../../restlet/dispatch';
import type { Parameters } from '../../../restlet/parameters';
import { personNames } from '../../../restlet/person-names';
import { searchAttendees } from '../../../restlet/search-attendees';
import { remainingUnits } from '../../../restlet/user-session';

export const get = (parameters: Parameters): AttendeeSearchReply =>
  dispatch(() => searchAttendees(parameters, { people: personNames, remainingUnits }));
