/** The settings by which the Bullhorn and Clio adapters fit an account that is otherwise than assumed; `npm run doctor` names those that it needs. */
import { isKnownTimeZone } from '../src/contract/time/intl-zone-clock';
import { defaultBullhornSettings, type BullhornSettings } from './adapters/bullhorn/settings';
import { defaultClioAssumptions, losesInvitations, type ClioAssumptions } from './adapters/clio/assumptions';
import type { SettingReader } from './setting-reader';

export interface ClioAdapterSettings {
  readonly assumptions: ClioAssumptions;
  /** Whether Clio sends invitations and changes to the attendees by e-mail. */
  readonly sendEmailNotification: boolean;
}

/** The most characters of Bullhorn's `type` and `communicationMethod` (rest-api-docs, Appointment). */
const MAX_OPTION_LENGTH = 30;

const readFlag = ({ choice }: SettingReader, name: string, byDefault: boolean): boolean => {
  const given = choice(name, ['true', 'false']);
  return given === undefined ? byDefault : given === 'true';
};

const readOption = ({ text, problems }: SettingReader, name: string, byDefault: string): string => {
  const given = text(name) ?? byDefault;
  if (given.length > MAX_OPTION_LENGTH)
    problems.push(`${name} must have up to ${MAX_OPTION_LENGTH} characters.`);
  return given;
};

const readMinutes = ({ text, problems }: SettingReader, name: string, byDefault: number): number => {
  const given = text(name) ?? String(byDefault);
  if (!/^\d{1,5}$/.test(given)) problems.push(`${name} must be a number of minutes, 0 for no reminder.`);
  return Number(given);
};

const readZone = ({ text, problems }: SettingReader, name: string, byDefault: string): string => {
  const given = text(name) ?? byDefault;
  if (given !== 'user' && !isKnownTimeZone(given)) {
    problems.push(`${name} must be "user" or an IANA name like America/New_York.`);
  }
  return given;
};

/** Problems go to the reader; each begins with the name of its setting. */
export const readBullhornSettings = (reader: SettingReader): BullhornSettings => {
  const { choice } = reader;
  const byDefault = defaultBullhornSettings;
  const { type, communicationMethod, notificationMinutes } = byDefault.newAppointment;
  return {
    appointmentUuidFormat:
      choice('BULLHORN_APPOINTMENT_UUID_FORMAT', ['text', 'hash']) ?? byDefault.appointmentUuidFormat,
    newAppointment: {
      type: readOption(reader, 'BULLHORN_APPOINTMENT_TYPE', type),
      communicationMethod: readOption(reader, 'BULLHORN_COMMUNICATION_METHOD', communicationMethod),
      notificationMinutes: readMinutes(reader, 'BULLHORN_NOTIFICATION_MINUTES', notificationMinutes),
    },
    ownerOnCreate: choice('BULLHORN_OWNER_ON_CREATE', ['session', 'named']) ?? byDefault.ownerOnCreate,
    inviteesHaveCopies: readFlag(reader, 'BULLHORN_INVITEES_HAVE_COPIES', byDefault.inviteesHaveCopies),
    leadAttendees:
      choice('BULLHORN_LEAD_ATTENDEES', ['link', 'reference', 'link-or-reference']) ??
      byDefault.leadAttendees,
    descriptionFormat: choice('BULLHORN_DESCRIPTION_FORMAT', ['html', 'text']) ?? byDefault.descriptionFormat,
    allDayZone: readZone(reader, 'BULLHORN_ALL_DAY_ZONE', byDefault.allDayZone),
    allDayEnd: choice('BULLHORN_ALL_DAY_END', ['exclusive', 'inclusive']) ?? byDefault.allDayEnd,
    toleratesRefusedSearch: readFlag(
      reader,
      'BULLHORN_TOLERATES_REFUSED_SEARCH',
      byDefault.toleratesRefusedSearch,
    ),
  };
};

/** Problems go to the reader; each begins with the name of its setting. */
export const readClioSettings = (reader: SettingReader): ClioAdapterSettings => {
  const { choice } = reader;
  const byDefault = defaultClioAssumptions;
  const attendeeIds = choice('CLIO_ATTENDEE_IDS', ['record', 'row']) ?? byDefault.attendeeIds;
  const ownCalendarMatches =
    choice('CLIO_OWN_CALENDAR_MATCHES', ['owner-or-attendee', 'owner']) ?? byDefault.ownCalendarMatches;
  if (losesInvitations({ attendeeIds, ownCalendarMatches })) {
    reader.problems.push(
      'CLIO_OWN_CALENDAR_MATCHES must not be owner with CLIO_ATTENDEE_IDS=row: where rows name the attendees, nobody can tell which entries a user is invited to, and they would be missing from the list. Unset one of them.',
    );
  }
  return {
    assumptions: {
      attendeeIds,
      allDayEnd: choice('CLIO_ALL_DAY_END', ['exclusive', 'inclusive']) ?? byDefault.allDayEnd,
      allDayMidnightIn:
        choice('CLIO_ALL_DAY_MIDNIGHT_IN', ['user-zone', 'utc']) ?? byDefault.allDayMidnightIn,
      deleteOccurrenceBy:
        choice('CLIO_DELETE_OCCURRENCE_BY', ['patch-flag', 'delete-flag', 'delete']) ??
        byDefault.deleteOccurrenceBy,
      repeatingChanges: choice('CLIO_REPEATING_CHANGES', ['send', 'refuse']) ?? byDefault.repeatingChanges,
      ownCalendarMatches,
    },
    sendEmailNotification: readFlag(reader, 'CLIO_SEND_EMAIL_NOTIFICATION', false),
  };
};

/** Names of all of them, for whoever reads no other settings. */
export const adapterSettingNames = [
  'BULLHORN_APPOINTMENT_UUID_FORMAT',
  'BULLHORN_APPOINTMENT_TYPE',
  'BULLHORN_COMMUNICATION_METHOD',
  'BULLHORN_NOTIFICATION_MINUTES',
  'BULLHORN_OWNER_ON_CREATE',
  'BULLHORN_INVITEES_HAVE_COPIES',
  'BULLHORN_LEAD_ATTENDEES',
  'BULLHORN_DESCRIPTION_FORMAT',
  'BULLHORN_ALL_DAY_ZONE',
  'BULLHORN_ALL_DAY_END',
  'BULLHORN_TOLERATES_REFUSED_SEARCH',
  'CLIO_ATTENDEE_IDS',
  'CLIO_ALL_DAY_END',
  'CLIO_ALL_DAY_MIDNIGHT_IN',
  'CLIO_DELETE_OCCURRENCE_BY',
  'CLIO_REPEATING_CHANGES',
  'CLIO_OWN_CALENDAR_MATCHES',
  'CLIO_SEND_EMAIL_NOTIFICATION',
] as const;
