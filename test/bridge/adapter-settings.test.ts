import { defaultBullhornSettings } from '../../bridge/adapters/bullhorn/settings';
import { defaultClioAssumptions } from '../../bridge/adapters/clio/assumptions';
import { adapterSettingNames, readBullhornSettings, readClioSettings } from '../../bridge/adapter-settings';
import { readConfig } from '../../bridge/config';
import { createSettingReader, type Environment } from '../../bridge/setting-reader';
import { connectorOptionsOf } from '../../bridge/vendor-options';
import { environmentOptions } from '../../bridge/library/environment-options';

/** Something else than the default for each setting. */
const otherwise = {
  BULLHORN_APPOINTMENT_UUID_FORMAT: 'hash',
  BULLHORN_APPOINTMENT_TYPE: 'Interview',
  BULLHORN_COMMUNICATION_METHOD: 'Onsite Appointment',
  BULLHORN_NOTIFICATION_MINUTES: '15',
  BULLHORN_OWNER_ON_CREATE: 'named',
  BULLHORN_INVITEES_HAVE_COPIES: 'false',
  BULLHORN_LEAD_ATTENDEES: 'reference',
  BULLHORN_DESCRIPTION_FORMAT: 'text',
  BULLHORN_ALL_DAY_ZONE: 'America/New_York',
  BULLHORN_ALL_DAY_END: 'inclusive',
  BULLHORN_TOLERATES_REFUSED_SEARCH: 'false',
  CLIO_ATTENDEE_IDS: 'row',
  CLIO_ALL_DAY_END: 'inclusive',
  CLIO_ALL_DAY_MIDNIGHT_IN: 'utc',
  CLIO_DELETE_OCCURRENCE_BY: 'delete',
  CLIO_REPEATING_CHANGES: 'refuse',
  // `owner` does not go together with rows for attendees; see below.
  CLIO_OWN_CALENDAR_MATCHES: 'owner-or-attendee',
  CLIO_SEND_EMAIL_NOTIFICATION: 'true',
} as const satisfies Record<(typeof adapterSettingNames)[number], string>;

const bullhornOtherwise = {
  appointmentUuidFormat: 'hash',
  newAppointment: {
    type: 'Interview',
    communicationMethod: 'Onsite Appointment',
    notificationMinutes: 15,
  },
  ownerOnCreate: 'named',
  inviteesHaveCopies: false,
  leadAttendees: 'reference',
  descriptionFormat: 'text',
  allDayZone: 'America/New_York',
  allDayEnd: 'inclusive',
  toleratesRefusedSearch: false,
};
const clioOtherwise = {
  attendeeIds: 'row',
  allDayEnd: 'inclusive',
  allDayMidnightIn: 'utc',
  deleteOccurrenceBy: 'delete',
  repeatingChanges: 'refuse',
  ownCalendarMatches: 'owner-or-attendee',
};

const problemsOf = (env: Environment): readonly string[] => {
  const reader = createSettingReader(env);
  readBullhornSettings(reader);
  readClioSettings(reader);
  return reader.problems;
};

describe('the settings of the adapters', () => {
  it('are the adapters’ own assumptions where nothing is set', () => {
    const reader = createSettingReader({});
    expect(readBullhornSettings(reader)).toEqual(defaultBullhornSettings);
    expect(readClioSettings(reader)).toEqual({
      assumptions: defaultClioAssumptions,
      sendEmailNotification: false,
    });
  });

  it('each have a variable, which reaches the connectors of the bridge and of the library', () => {
    for (const { bullhorn, clio } of [
      connectorOptionsOf(readConfig({ ...otherwise, BRIDGE_MODE: 'live' })),
      environmentOptions(otherwise),
    ]) {
      expect(bullhorn?.settings).toEqual(bullhornOtherwise);
      expect(clio?.assumptions).toEqual(clioOtherwise);
      expect(clio?.sendEmailNotification).toBe(true);
    }
  });

  it('refuse the calendar that matches its owner with attendees that are rows', () => {
    const owner = { CLIO_OWN_CALENDAR_MATCHES: 'owner' };
    expect(readClioSettings(createSettingReader(owner)).assumptions.ownCalendarMatches).toBe('owner');
    expect(problemsOf({ ...owner, CLIO_ATTENDEE_IDS: 'record' })).toEqual([]);
    const both = { ...owner, CLIO_ATTENDEE_IDS: 'row' };
    expect(problemsOf(both)).toEqual([
      expect.stringMatching(/^CLIO_OWN_CALENDAR_MATCHES must not be owner with CLIO_ATTENDEE_IDS=row/),
    ]);
    expect(() => environmentOptions(both)).toThrow('CLIO_ATTENDEE_IDS=row');
  });

  it('are all named at once where they are wrong', () => {
    const tooLong = 'x'.repeat(31);
    const wrong = Object.fromEntries(adapterSettingNames.map((name) => [name, tooLong]));
    const problems = problemsOf(wrong);
    for (const name of adapterSettingNames) {
      expect(problems.filter((problem) => problem.startsWith(`${name} must `))).toHaveLength(1);
    }
  });
});
