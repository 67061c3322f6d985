/** Which appointments a list holds, and in which order. */
import type { ConformanceAccount, ConformanceTarget } from './conformance-target';
import { referencesTo } from './invited';
import { failed, succeeded } from './outcome';
import { clockAt, dayAt, instantOf } from './user-day';
import { useWorkbench } from './workbench';

/** Zones all round the globe: for every user one of them begins its day at the user's midday. */
const zonesOfTheWorld = [
  'Asia/Tokyo',
  'Pacific/Auckland',
  'America/Los_Angeles',
  'America/New_York',
  'Europe/London',
  'Asia/Kolkata',
];

/** A day of another zone that begins between nine and sixteen by the user's clock. */
const farDay = (nowMs: number, userZone: string) => {
  const days = zonesOfTheWorld.map((timeZone) => {
    const day = dayAt(nowMs, timeZone, 9);
    return { timeZone, day, beginsAt: instantOf(day, '00:00', timeZone) };
  });
  const found = days.find(({ beginsAt }) => {
    const clock = clockAt(Date.parse(beginsAt), userZone);
    return clock >= '09:00' && clock <= '16:00';
  });
  if (!found) throw new Error(`No day begins at midday in ${userZone}.`);
  return found;
};

const minutesFrom = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

export const describeListing = (target: ConformanceTarget): void => {
  describe('listing', () => {
    const bench = useWorkbench<ConformanceAccount>(target);

    it('lists in the order of the starts, and the past the other way round', async () => {
      const { create, at, listedOf, crm } = bench();
      const later = await create({ startTimeUtc: at(7, '15:00') });
      const first = await create({ startTimeUtc: at(6, '09:00') });
      const between = await create({ startTimeUtc: at(7, '09:30') });
      const ids = [first.id, between.id, later.id];
      expect(await listedOf(ids)).toEqual(ids);
      expect(await listedOf(ids, { range: 'upcoming' })).toEqual(ids);
      expect(await listedOf(ids, { range: 'past' })).toEqual(ids.toReversed());
      const starts = succeeded(await crm.list()).appointments.map((one) => Date.parse(one.startTimeUtc));
      expect(starts).toEqual(starts.toSorted((one, other) => one - other));
    });

    it('lists what overlaps with the days, each counted in the zone of the caller', async () => {
      const { create, listedOf, account, crm } = bench();
      const { timeZone, day, beginsAt } = farDay(account.nowMs, account.timeZone);
      const oneHour = { durationMinutes: 60 };
      const runsInto = await create({ ...oneHour, startTimeUtc: minutesFrom(beginsAt, -30) });
      const endsAsItBegins = await create({ ...oneHour, startTimeUtc: minutesFrom(beginsAt, -60) });
      const startsAsItBegins = await create({ ...oneHour, startTimeUtc: beginsAt });
      const ids = [endsAsItBegins.id, runsInto.id, startsAsItBegins.id];
      const { user } = account.call;
      const there = crm.as({ user: { ...user, timezoneName: timeZone } });
      const listedThere = async (startDate: string, endDate: string) =>
        succeeded(await there.list({ startDate, endDate })).appointments.map(({ id }) => id);

      const dayBefore = dayAt(Date.parse(beginsAt), timeZone, -1);
      expect(await listedThere(day, day)).toEqual([runsInto.id, startsAsItBegins.id]);
      expect(await listedThere(dayBefore, dayBefore)).toEqual([endsAsItBegins.id, runsInto.id]);
      expect(await listedThere(dayBefore, day)).toEqual(ids);
      const dayHere = dayAt(Date.parse(beginsAt), account.timeZone);
      expect(await listedOf(ids, { startDate: dayHere, endDate: dayHere })).toEqual(ids);
    });

    it('lists one month back to three ahead when nobody names days', async () => {
      const { create, listedOf, account } = bench();
      const { nowMs, timeZone } = account;
      const noonOf = (days: number, months: number) =>
        instantOf(dayAt(nowMs, timeZone, days, months), '12:00', timeZone);
      const tooOld = await create({ startTimeUtc: noonOf(-1, -1) });
      const oldest = await create({ startTimeUtc: noonOf(0, -1) });
      const farthest = await create({ startTimeUtc: noonOf(0, 3) });
      const tooFar = await create({ startTimeUtc: noonOf(1, 3) });
      const ids = [tooOld.id, oldest.id, farthest.id, tooFar.id];
      expect(await listedOf(ids)).toEqual([oldest.id, farthest.id]);
      const startDate = dayAt(nowMs, timeZone, -1, -1);
      const endDate = dayAt(nowMs, timeZone, 1, 3);
      expect(await listedOf(ids, { startDate, endDate })).toEqual(ids);
    });

    it('lists the appointments of one contact', async () => {
      const { create, listedOf, account } = bench();
      const [ada, ben, eve] = account.people;
      const both = await create({ contacts: referencesTo([ada, ben]), startTimeUtc: bench().at(7, '09:00') });
      const ofBen = await create({ contacts: referencesTo([ben]), startTimeUtc: bench().at(7, '10:00') });
      const alone = await create({ startTimeUtc: bench().at(7, '11:00') });
      const ids = [both.id, ofBen.id, alone.id];
      expect(await listedOf(ids, { contactId: ada.id })).toEqual([both.id]);
      expect(await listedOf(ids, { contactId: ben.id })).toEqual([both.id, ofBen.id]);
      expect(await listedOf(ids, { contactId: eve.id })).toEqual([]);
      expect(await listedOf(ids)).toEqual(ids);
    });

    it.each([
      ['a half range', { startDate: '2026-03-02' }],
      ['an end before the start', { startDate: '2026-03-02', endDate: '2026-03-01' }],
      ['a day that does not exist', { startDate: '2026-02-30', endDate: '2026-03-01' }],
      ['a contact that cannot be one', { contactId: '5/../6' }],
    ])('refuses %s', async (_what, range) => {
      expect(failed(await bench().crm.list(range))).toMatchObject({ errorCode: 'invalid_request' });
    });
  });
};
