import { bullhornDoctor } from '../../../../tools/doctor/bullhorn/bullhorn-doctor';
import { crossesOf, personalWords, settling, ticksOnly, useExaminedSandbox } from '../examined-sandbox';
import { switchCasesOf, switchNamesIn, type TurnedSwitch } from '../turned-switches';

const turned: readonly TurnedSwitch[] = [
  ['appointmentParticipants', 'guests', 'adapts'],
  ['unknownFieldStatus', 404, 'adapts'],
  ['longUrlStatus', 400, 'adapts'],
  ['wideSelectionCap', 200, 'adapts'],
  ['queryHidesDeleted', true, 'adapts'],
  ['textComparison', 'exact', 'adapts'],
  ['personSubtype', 'always', 'adapts'],
  ['personSubtype', 'not-selectable', 'adapts'],
  ['appointmentUuidMaxLength', 500, 'adapts'],
  ['requiredOnCreate', 'documented', 'adapts'],
  ['requiredOnCreate', 'none', 'adapts'],
  ['ownerOnWrite', 'ignore', 'adapts'],
  ['ownerOnWrite', 'refuse', 'adapts'],
  ['readOnlyOnWrite', 'ignore', 'adapts'],
  ['leadAsAttendee', 'accept', 'adapts'],
  ['duplicateAttendee', 'refuse', 'adapts'],
  ['inviteeCopies', 'created', 'adapts'],
  ['deleteWithChildren', 'refuse-both', 'adapts'],
  ['deleteWithChildren', 'accept', 'adapts'],
  ['emptyUpdate', 'refuse', 'adapts'],
  ['privateAppointments', 'masked', 'adapts'],
  ['entitlementErrorStatus', 403, 'adapts'],
  ['staleTokenBody', 'message', 'adapts'],
  ['sessionSlides', true, 'adapts'],
  ['rateLimitHeaders', 'x-ratelimit', 'adapts'],
  ['rateLimitHeaders', 'none', 'adapts'],
  ['timeZoneOffsetUnit', 'minutes', 'adapts'],
  ['luceneDefaultOperator', 'AND', 'adapts'],
  ['allDayMidnight', 'utc', 'needs-setting', 'BULLHORN_ALL_DAY_ZONE=UTC'],
  ['allDayMidnight', 'eastern', 'needs-setting', 'BULLHORN_ALL_DAY_ZONE=America/New_York'],
  ['accessTokenUse', 'until-expiry', 'not-observable'],
  ['pkce', 'ignored', 'not-observable'],
  ['termsOfService', 'first-login', 'not-observable'],
  ['refreshTokens', false, 'not-observable'],
  ['maximumTtlMinutes', 240, 'not-observable'],
  ['defaultTtlMinutes', 60, 'not-observable'],
  ['sessionsBeyondLimit', 'end-oldest', 'not-observable'],
  ['retryAfterHeader', true, 'not-observable'],
];

describe('examining the local Bullhorn', () => {
  const sandbox = useExaminedSandbox('bullhorn', bullhornDoctor);

  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const { restUrl, users } = sandbox().ready.bullhorn;
    const reply = await fetch(`${restUrl}${path}`, {
      method,
      headers: { BhRestToken: users[0]?.token ?? '' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return reply.json();
  };

  /** Enough appointments that a page can be too short. */
  const fillPages = async (): Promise<void> => {
    for (let count = 0; count < 90; count += 1) {
      await call('PUT', 'entity/Appointment', { subject: `Filling ${count}`, dateBegin: count * 900_000 });
    }
  };

  it('finds everything as assumed, and leaves nothing behind', async () => {
    const examined = await sandbox().examine();
    expect(ticksOnly(examined)).toEqual([]);
    expect(examined.leftBehind).toEqual([]);
    const left = JSON.stringify(
      await call('GET', 'query/Appointment?fields=id,subject&count=500&where=isDeleted=false'),
    );
    expect(left).toContain('Desk stand-up');
    expect(left).not.toContain('App Connect doctor');
  });

  it('says nothing of anybody in what it finds', async () => {
    const text = JSON.stringify(await sandbox().examine());
    const { users, baseUrl } = sandbox().ready.bullhorn;
    for (const word of personalWords(users)) expect(text).not.toContain(word);
    expect(text).not.toContain(new URL(baseUrl).host);
  });

  it.each(switchCasesOf(turned))(
    'finds the switch $name turned to $value: $outcome',
    async ({ name, value, outcome, setting }) => {
      if (name === 'wideSelectionCap') await fillPages();
      await sandbox().turn({ [name]: value });
      const examined = await sandbox().examine();
      const found = settling(examined, name);
      expect(found?.outcome).toBe(outcome);
      expect(found?.whatToDo ?? setting).toBeDefined();
      expect(crossesOf(examined)).toEqual(setting === undefined ? [] : [setting]);
      expect(examined.leftBehind).toEqual([]);
    },
  );

  it('has a check for every switch', async () => {
    expect(switchNamesIn(turned)).toEqual(await sandbox().switchNames());
  });

  it.each([
    [{ allDayMidnight: 'utc' }, { BULLHORN_ALL_DAY_ZONE: 'UTC' }],
    [{ allDayMidnight: 'eastern' }, { BULLHORN_ALL_DAY_ZONE: 'America/New_York' }],
    [{}, { BULLHORN_OWNER_ON_CREATE: 'named' }],
    [{ leadAsAttendee: 'accept' }, { BULLHORN_LEAD_ATTENDEES: 'link' }],
    [{}, { BULLHORN_APPOINTMENT_UUID_FORMAT: 'hash' }],
    [{}, { BULLHORN_INVITEES_HAVE_COPIES: 'false' }],
  ])('with %j is content with %j', async (switches, env) => {
    await sandbox().turn(switches);
    expect(crossesOf(await sandbox().examine(env))).toEqual([]);
  });

  it.each([
    [{}, { BULLHORN_ALL_DAY_ZONE: 'UTC' }, 'BULLHORN_ALL_DAY_ZONE=user'],
    [{ ownerOnWrite: 'ignore' }, { BULLHORN_OWNER_ON_CREATE: 'named' }, 'BULLHORN_OWNER_ON_CREATE=session'],
    [
      { leadAsAttendee: 'refuse' },
      { BULLHORN_LEAD_ATTENDEES: 'link' },
      'BULLHORN_LEAD_ATTENDEES=link-or-reference',
    ],
    [{}, { BULLHORN_APPOINTMENT_TYPE: 'Coffee' }, 'BULLHORN_APPOINTMENT_TYPE=Meeting'],
  ])('with %j names what is wrong with %j', async (switches, env, setting) => {
    await sandbox().turn(switches);
    expect(crossesOf(await sandbox().examine(env))).toEqual([setting]);
  });
});
