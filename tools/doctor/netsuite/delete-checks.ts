/** Deletes what was made. Only the doctor deletes: App Connect cancels. */
import { needed, type Check } from '../check';
import { asAssumed } from '../finding';
import { eventPath } from './marked-event';
import type { NetSuiteCase } from './netsuite-case';
import { isOk } from './netsuite-replies';
import { refusedCall } from './refused-call';

const deletes: Check<NetSuiteCase> = {
  id: 'delete-events',
  title: 'The doctor’s events can be deleted',
  run: async ({ user, facts }) => {
    const events = needed(facts.events, 'event to delete');
    for (const { id } of events) {
      const reply = await user.record({ method: 'DELETE', path: eventPath(id) });
      if (!isOk(reply)) return refusedCall('delete', reply);
    }
    return asAssumed({ deleted: events.length });
  },
};

export const deleteChecks: readonly Check<NetSuiteCase>[] = [deletes];
