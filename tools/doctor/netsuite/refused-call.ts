/** What a refused call means to an administrator: which permission of docs/install-netsuite.md is missing, or what else. */
import { AppointmentError } from '../../../src/contract/failure';
import type { VendorReply } from '../../../bridge/http/vendor-reply';
import type { Finding } from '../check';
import { broken } from '../finding';
import { refusalOf } from './netsuite-replies';

/** By call, the permissions of section 4 of docs/install-netsuite.md that it takes. */
const permissions = {
  listing:
    'Lists > Events (LIST_EVENT), Lists > Calendar (LIST_CALENDAR) and Lists > Perform Search (LIST_FIND)',
  'time-zone': 'none: the deployment of the RESTlet has to have the role in its audience',
  'people-search':
    'Lists > Contacts (LIST_CONTACT), Customers (LIST_CUSTJOB), Vendors (LIST_VENDOR), Employees (LIST_EMPLOYEE), and Lists > Perform Search (LIST_FIND)',
  'record-api':
    'Setup > REST Web Services (ADMI_RESTWEBSERVICES), Reports > SuiteAnalytics Workbook (REPO_ANALYTICS) and Setup > Log in using OAuth 2.0 Access Tokens (ADMI_LOGIN_OAUTH2)',
  create:
    'Lists > Events (LIST_EVENT) at Create or more, and Setup > REST Web Services (ADMI_RESTWEBSERVICES)',
  change: 'Lists > Events (LIST_EVENT) at Edit or more',
  delete: 'Lists > Events (LIST_EVENT) at Full. Only deleting wants it, which App Connect does not do',
} as const;

export type RefusableCall = keyof typeof permissions;

const adviceFor = (call: RefusableCall, status: number | undefined, code: string): string | undefined => {
  if (status === 403 || code === 'INSUFFICIENT_PERMISSION') return `The role may lack: ${permissions[call]}.`;
  if (status === 401 || code.startsWith('INVALID_LOGIN')) {
    return 'NetSuite does not accept the token. Sign in again, with the scopes RESTlets and REST Web Services, and a role that is not "Web Services Only".';
  }
  if (code === 'SSS_INVALID_SCRIPTLET_ID') {
    return 'The RESTlet is not deployed for this role: section 3 of docs/install-netsuite.md, then Customization > Scripting > Script Deployments.';
  }
  if (code === 'RC_UPSTREAM_INVALID') return 'Set Home > Set Preferences > Time Zone.';
  return undefined;
};

/** The finding of an answer that is no success. */
export const refusedCall = (call: RefusableCall, reply: VendorReply): Finding => {
  const { code } = refusalOf(reply);
  const advice = adviceFor(call, reply.status, code);
  return broken(
    { status: reply.status, code: code === '' ? 'none' : code },
    advice ??
      'NetSuite refuses the call. Look for the code in docs/install-netsuite.md, or attach the report to a support request.',
  );
};

/** Runs a check that calls through the adapter, and says of what it is refused which permission that may be. */
export const allowed = async (call: RefusableCall, act: () => Promise<Finding>): Promise<Finding> => {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof AppointmentError)) throw error;
    const { status, code = '' } = error.details.upstream ?? {};
    const advice = adviceFor(call, error.code === 'forbidden' ? 403 : status, code);
    if (advice === undefined) throw error;
    return broken({ code: code === '' ? error.code : code }, advice);
  }
};
