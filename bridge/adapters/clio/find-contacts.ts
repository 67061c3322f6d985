/** Searches contacts in one call: Clio's own search goes through names, companies and e-mail addresses. */
import { AppointmentError } from '../../../src/contract/failure';
import type { CalendarContext, FoundContacts } from '../calendar-adapter';
import type { ClioClient } from './client';
import { contactOf } from './mapper';
import { contactRowSchema } from './schema';

const CONTACT_LIMIT = 50;

export const findContacts = async (
  client: ClioClient,
  context: CalendarContext,
  name: string,
): Promise<FoundContacts> => {
  if (!/[\p{L}\p{N}]/u.test(name)) {
    throw new AppointmentError('invalid_request', 'Give at least one letter of the name to search for.', {
      details: { issues: [{ path: 'name', message: 'must have a letter or a digit' }] },
    });
  }
  const { data, meta } = await client.contacts(context, { query: name.trim(), limit: CONTACT_LIMIT });
  return {
    contacts: data.flatMap((row) => contactRowSchema.safeParse(row).data ?? []).map(contactOf),
    hasMore: Boolean(meta?.paging?.next),
  };
};
