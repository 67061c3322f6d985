/** The form of answers and errors. */
import type { Check } from '../check';
import { broken, eitherWay } from '../finding';
import type { NetSuiteCase } from './netsuite-case';
import { isOk, refusalOf } from './netsuite-replies';

const errorMessage: Check<NetSuiteCase> = {
  id: 'error-message',
  title: 'The message of an error is plain text',
  settles: 'netsuite.md §8.8, thrownErrorMessage',
  run: async ({ user }) => {
    const reply = await user.restlet('calendarEvents', { startDate: 'yesterday' });
    const { code, message } = refusalOf(reply);
    if (code !== 'RC_INVALID_REQUEST') {
      return broken(
        { status: reply.status, code: code === '' ? 'none' : code },
        'The RESTlet’s own errors do not come through. Attach the report to a support request.',
      );
    }
    const isPlain = !message.startsWith('{');
    return eitherWay(
      isPlain,
      { status: reply.status, message: isPlain ? 'plain' : 'json' },
      'The bridge reads the words out of the JSON.',
    );
  },
};

const withoutContentType: Check<NetSuiteCase> = {
  id: 'object-without-content-type',
  title: 'A call without Content-Type is answered',
  settles: 'objectAsPlainText',
  run: async ({ user }) => {
    const reply = await user.restletWithoutContentType('timeZone');
    return eitherWay(
      isOk(reply),
      { status: reply.status, code: refusalOf(reply).code || 'none' },
      'The bridge always names a Content-Type. An App Connect server that calls the RESTlets itself names none when it asks for the zone, and does not get it: use the bridge.',
    );
  },
};

export const answerChecks: readonly Check<NetSuiteCase>[] = [errorMessage, withoutContentType];
