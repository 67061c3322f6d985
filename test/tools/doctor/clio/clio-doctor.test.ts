import { clioDoctor } from '../../../../tools/doctor/clio/clio-doctor';
import { crossesOf, personalWords, settling, ticksOnly, useExaminedSandbox } from '../examined-sandbox';
import { switchCasesOf, switchNamesIn, type TurnedSwitch } from '../turned-switches';

const turned: readonly TurnedSwitch[] = [
  ['requestsPerMinute', 500, 'adapts'],
  ['usersPermission', 'withheld', 'adapts'],
  ['timeZoneNames', 'rails', 'adapts'],
  ['allDayEnd', 'inclusive-midnight', 'needs-setting', 'CLIO_ALL_DAY_END=inclusive'],
  ['allDayEnd', 'last-second', 'adapts'],
  ['allDayMidnightIn', 'utc', 'needs-setting', 'CLIO_ALL_DAY_MIDNIGHT_IN=utc'],
  ['offsetlessTimesIn', 'utc', 'adapts'],
  ['occurrenceIds', 'id-epoch', 'adapts'],
  ['deletedFlagBelongsTo', 'delete', 'needs-setting', 'CLIO_DELETE_OCCURRENCE_BY=delete-flag'],
  ['deleteOfOccurrence', 'series', 'adapts'],
  ['deleteOfOccurrence', 'refuse', 'adapts'],
  ['patchOfOccurrence', 'series', 'needs-setting', 'CLIO_REPEATING_CHANGES=refuse'],
  ['patchOfOccurrence', 'refuse', 'adapts'],
  ['attendeeId', 'row', 'needs-setting', 'CLIO_ATTENDEE_IDS=row'],
  ['attendeeAddedAgain', 'duplicate', 'adapts'],
  ['attendeeAddedAgain', 'refuse', 'adapts'],
  ['unknownMemberStatus', 404, 'adapts'],
  ['missingFieldStatus', 400, 'adapts'],
  ['deleteOfMissingStatus', 403, 'adapts'],
  ['deleteOfMissingStatus', 204, 'adapts'],
  ['hiddenEntryStatus', 403, 'adapts'],
  ['calendarIdMatches', 'owner', 'needs-setting', 'CLIO_OWN_CALENDAR_MATCHES=owner'],
  ['calendarsWithoutPermission', 'listed', 'adapts'],
  ['limitedViewerSees', 'everything', 'adapts'],
  ['limitOutOfRange', 'clamp', 'adapts'],
  ['metaRecords', 'page', 'adapts'],
  ['errorTypeNames', 'status-names', 'adapts'],
  ['unauthorizedBody', 'oauth', 'adapts'],
  ['errorEchoesData', false, 'adapts'],
  ['sendsEmailByDefault', true, 'not-observable'],
  ['pkce', 'ignored', 'not-observable'],
  ['declineWithoutParameter', 'page', 'not-observable'],
];

describe('examining the local Clio', () => {
  const sandbox = useExaminedSandbox('clio', clioDoctor);

  const entriesLeft = async (): Promise<string> => {
    const { baseUrl, users } = sandbox().ready.clio;
    const texts = users.map(async ({ token }) => {
      const headers = { Authorization: `Bearer ${token}` };
      const from = '2026-01-01T00:00:00Z';
      const path = `/api/v4/calendar_entries.json?fields=summary&query=doctor&from=${from}`;
      return (await fetch(baseUrl + path, { headers })).text();
    });
    return (await Promise.all(texts)).join('\n');
  };

  it('finds everything as assumed, and leaves nothing behind', async () => {
    const examined = await sandbox().examine();
    expect(ticksOnly(examined)).toEqual([]);
    expect(examined.leftBehind).toEqual([]);
    const left = await entriesLeft();
    expect(left).toContain('"data":');
    expect(left).not.toContain('App Connect doctor');
  });

  it('says nothing of anybody in what it finds', async () => {
    const text = JSON.stringify(await sandbox().examine());
    const { users } = sandbox().ready.clio;
    for (const word of personalWords(users)) expect(text).not.toContain(word);
    for (const { id } of users) expect(text).not.toContain(id);
  });

  it.each(switchCasesOf(turned))(
    'finds the switch $name turned to $value: $outcome',
    async ({ name, value, outcome, setting }) => {
      await sandbox().turn({ [name]: value });
      const examined = await sandbox().examine();
      const found = settling(examined, name);
      expect(found?.outcome).toBe(outcome);
      expect(found?.whatToDo ?? found?.setting).toBeDefined();
      const crosses = crossesOf(examined).filter((one) => !one.startsWith('all-day-days'));
      expect(crosses).toEqual(setting === undefined ? [] : [setting]);
      expect(examined.leftBehind).toEqual([]);
      expect(await entriesLeft()).not.toContain('App Connect doctor');
    },
  );

  it('has a check for every switch', async () => {
    expect(switchNamesIn(turned)).toEqual(await sandbox().switchNames());
  });

  it.each(turned.flatMap(([name, value, , setting]) => (setting ? [{ name, value, setting }] : [])))(
    'is content with $name $value once $setting is set',
    async ({ name, value, setting }) => {
      await sandbox().turn({ [name]: value });
      const [variable = '', word = ''] = setting.split('=');
      const examined = await sandbox().examine({ [variable]: word });
      expect(ticksOnly(examined)).toEqual([]);
      expect(settling(examined, name)?.outcome).toBe('adapts');
    },
  );

  it('names a setting that does not fit the account', async () => {
    const env = { CLIO_ALL_DAY_MIDNIGHT_IN: 'utc', CLIO_ATTENDEE_IDS: 'row' };
    expect(crossesOf(await sandbox().examine(env))).toEqual(
      expect.arrayContaining(['CLIO_ALL_DAY_MIDNIGHT_IN=user-zone', 'CLIO_ATTENDEE_IDS=record']),
    );
  });
});
