/** The check that people can be searched for, where there is nothing more to see in it. */
import type { CalendarAdapter, CalendarContext } from '../../bridge/adapters/calendar-adapter';
import type { Check } from './check';
import { asAssumed } from './finding';

interface SearchCase {
  readonly adapter: CalendarAdapter;
  readonly user: { calendar(): CalendarContext };
}

export const searchCheck: Check<SearchCase> = {
  id: 'search-contacts',
  title: 'People can be searched for',
  run: async ({ adapter, user }) => {
    const { contacts, hasMore } = await adapter.findContacts(user.calendar(), 'a');
    return asAssumed({ found: contacts.length, hasMore });
  },
};
