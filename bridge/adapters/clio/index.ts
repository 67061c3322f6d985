/** Clio's calendar: entries of the user's own calendar in the Manage API v4. */
import { AppointmentError } from '../../../src/contract/failure';
import { checkedId } from '../appointment-id';
import type { CalendarAdapter, CalendarCapabilities } from '../calendar-adapter';
import { defaultClioAssumptions, losesInvitations, type ClioAssumptions } from './assumptions';
import { cancelEntry } from './cancel-entry';
import { createClioClient, type ClioClientOptions } from './client';
import { CLIO_ENTRY_ID } from './clio-id';
import { createEntry } from './create-entry';
import { readEntry } from './entry-reader';
import { findContacts } from './find-contacts';
import { listEntries } from './list-entries';
import { appointmentOf } from './mapper';
import type { ClioParts } from './parts';
import { updateEntry } from './update-entry';
import { createUserDirectory } from './user-directory';

const capabilities: CalendarCapabilities = {
  appointmentId: CLIO_ENTRY_ID,
  confirm: 'unsupported',
  cancel: 'delete',
  statuses: ['scheduled'],
  attendeeKinds: ['Contact', 'Calendar'],
  location: true,
  crossesMidnight: true,
};

export interface ClioAdapterOptions extends ClioClientOptions {
  /** Whether Clio sends invitations and changes to the attendees by e-mail. Default false. */
  readonly sendEmailNotification?: boolean | undefined;
  /** Where the account is not as `defaultClioAssumptions` says. */
  readonly assumptions?: Partial<ClioAssumptions> | undefined;
}

/** @throws RangeError for assumptions that cannot go together */
const assumptionsOf = (given: ClioAdapterOptions['assumptions']): ClioAssumptions => {
  const assumptions = { ...defaultClioAssumptions, ...given };
  if (!losesInvitations(assumptions)) return assumptions;
  throw new RangeError(
    'attendeeIds "row" and ownCalendarMatches "owner" do not go together: invitations would be missing from the list.',
  );
};

/** @throws RangeError for assumptions that cannot go together */
export const createClioAdapter = (options: ClioAdapterOptions = {}): CalendarAdapter => {
  const { sendEmailNotification = false } = options;
  const client = createClioClient(options);
  const parts: ClioParts = {
    client,
    directory: createUserDirectory(client),
    assumptions: assumptionsOf(options.assumptions),
    sendEmailNotification,
  };
  return {
    capabilities,
    listAppointments: async (context, range) => listEntries(parts, context, range),
    getAppointment: async (context, id) => appointmentOf((await readEntry(parts, context, id)).content),
    createAppointment: async (context, input, createOptions) =>
      createEntry(parts, context, input, createOptions),
    updateAppointment: async (context, id, patch, change) => updateEntry(parts, context, id, patch, change),
    confirmAppointment: async (_context, id) => {
      checkedId(id, CLIO_ENTRY_ID, 'appointmentId');
      throw new AppointmentError(
        'unsupported',
        'Clio keeps no confirmation with a calendar entry. Open the entry in Clio’s calendar and note it there, in the title or the description.',
      );
    },
    cancelAppointment: async (context, id, cancelOptions) => cancelEntry(parts, context, id, cancelOptions),
    findContacts: async (context, name) => findContacts(client, context, name),
  };
};
