import { netsuiteDoctor } from '../../../../tools/doctor/netsuite/netsuite-doctor';
import { crossesOf, personalWords, settling, ticksOnly, useExaminedSandbox } from '../examined-sandbox';
import { switchCasesOf, switchNamesIn, type TurnedSwitch } from '../turned-switches';

const PACIFIC = 'NETSUITE_RECORD_TIME_ZONE=America/Los_Angeles';

const turned: readonly TurnedSwitch[] = [
  ['searchTimesIn', 'event-zone', 'needs-setting', 'custscript_rc_event_times_in=event-zone'],
  ['restTimesIn', 'company', 'needs-setting', PACIFIC],
  ['restTimesIn', 'pacific', 'needs-setting', PACIFIC],
  ['recurringRows', 'series', 'broken'],
  ['instanceColumns', 'always', 'adapts'],
  ['instanceColumns', 'never', 'adapts'],
  ['attendeeFilterMultipliesRows', true, 'adapts'],
  ['attendeeJoinNames', 'lower', 'adapts'],
  ['noResponse', 'NORESPONSE', 'adapts'],
  ['restletReceivesScriptParameters', true, 'adapts'],
  ['dateOnlySearchShowsInvitations', false, 'adapts'],
  ['thrownErrorMessage', 'json', 'adapts'],
  ['allDayTimes', 'empty', 'adapts'],
  ['formulaSeesAllDay', false, 'adapts'],
  ['formulaSeesTimeZone', false, 'adapts'],
  ['objectAsPlainText', 'refuse', 'adapts'],
  ['formatParsesTimeOfDay', false, 'adapts'],
  ['attendeePatch', 'append', 'adapts'],
  ['createInvitesOrganizer', false, 'adapts'],
  ['intl', 'present', 'adapts'],
  ['confidentialRefreshTokenHours', 48, 'not-observable'],
  ['publicRefreshTokenHours', 3, 'not-observable'],
  ['confidentialRefreshRotates', true, 'not-observable'],
];

describe('examining the local NetSuite', () => {
  const sandbox = useExaminedSandbox('netsuite', netsuiteDoctor);

  const eventsLeft = async (): Promise<string> => {
    const { baseUrl, users } = sandbox().ready.netsuite;
    const url = `${baseUrl}/app/site/hosting/restlet.nl?script=customscript_rcfetchcalendarevents&deploy=customdeploy_rcfetchcalendarevents&mineOnly=false&q=doctor&endDate=2030-01-01`;
    const headers = { authorization: `Bearer ${users[0]?.token}`, 'content-type': 'application/json' };
    return (await fetch(url, { headers })).text();
  };

  it('finds everything as assumed, and leaves nothing behind', async () => {
    const examined = await sandbox().examine();
    expect(ticksOnly(examined)).toEqual([]);
    expect(examined.results.filter(({ outcome }) => outcome === 'adapts')).toEqual([]);
    expect(examined.leftBehind).toEqual([]);
    expect(JSON.parse(await eventsLeft())).toMatchObject({ data: [], total: 0 });
  });

  it('settles every point of netsuite.md §8', async () => {
    const { results } = await sandbox().examine();
    const points = results.flatMap(({ settles = '' }) => settles.match(/§8\.\d+/g) ?? []);
    const all = Array.from({ length: 10 }, (_, index) => `§8.${index + 1}`);
    expect(all.filter((point) => !points.includes(point))).toEqual([]);
  });

  it('says nothing of anybody in what it finds', async () => {
    const text = JSON.stringify(await sandbox().examine());
    const { users, baseUrl, hostname } = sandbox().ready.netsuite;
    for (const word of personalWords(users)) expect(text).not.toContain(word);
    expect(text).not.toContain(hostname.split('.')[0]);
    expect(text).not.toContain(new URL(baseUrl).host);
  });

  it.each(switchCasesOf(turned))(
    'finds the switch $name turned to $value: $outcome',
    async ({ name, value, outcome, setting }) => {
      await sandbox().turn({ [name]: value });
      const examined = await sandbox().examine();
      const found = settling(examined, name);
      expect(found).toMatchObject({ outcome, ...(setting === undefined ? {} : { setting }) });
      expect(found?.whatToDo ?? found?.setting).toBeDefined();
      const crosses = new Set(crossesOf(examined).map((cross) => cross.split(' ')[0]));
      const own = outcome === 'broken' ? [found?.id] : [];
      expect([...crosses]).toEqual(setting === undefined ? own : [setting]);
      expect(examined.leftBehind).toEqual([]);
    },
  );

  it('has a check for every switch', async () => {
    expect(switchNamesIn(turned)).toEqual(await sandbox().switchNames());
  });

  it.each(['company', 'pacific'])(
    'finds all well where the setting answers to times of the %s',
    async (zone) => {
      await sandbox().turn({ restTimesIn: zone });
      const examined = await sandbox().examine({ NETSUITE_RECORD_TIME_ZONE: 'America/Los_Angeles' });
      expect(ticksOnly(examined)).toEqual([]);
      expect(settling(examined, 'restTimesIn')?.outcome).toBe('adapts');
    },
  );

  it('finds a setting that this account does not want', async () => {
    const examined = await sandbox().examine({ NETSUITE_RECORD_TIME_ZONE: 'America/Denver' });
    expect(new Set(crossesOf(examined))).toEqual(new Set(['NETSUITE_RECORD_TIME_ZONE=user']));
  });
});
