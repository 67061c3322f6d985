/** A viewer in another zone than the CRM's user, and the days on which a clock is changed. */
import { Temporal } from 'temporal-polyfill';
import { useStage } from './console-stage';
import type { ConsoleVisit } from './console-visit';
import { bullhorn, clio, netsuite } from './crm-facts';
import { describeInBrowser } from './describe-in-browser';
import { dayFromToday, instantMs } from './viewer-time';

const AUCKLAND = 'Pacific/Auckland';
const NEW_YORK = 'America/New_York';

/** The next day on which the zone's clock is put in this direction. */
const nextChange = (timeZone: string, direction: 'forward' | 'back'): string => {
  const now = Temporal.Now.zonedDateTimeISO(timeZone);
  const change = (from: Temporal.ZonedDateTime): Temporal.ZonedDateTime => {
    const next = from.getTimeZoneTransition('next');
    if (!next) throw new Error(`${timeZone} never changes its clock.`);
    return next;
  };
  const isForward = (at: Temporal.ZonedDateTime): boolean =>
    at.offsetNanoseconds > at.subtract({ seconds: 1 }).offsetNanoseconds;
  const first = change(now);
  const wanted = isForward(first) === (direction === 'forward') ? first : change(first);
  return wanted.toPlainDate().toString();
};

const weeksUntil = (day: string, timeZone: string): number => {
  const mondayOf = (date: Temporal.PlainDate): Temporal.PlainDate =>
    date.subtract({ days: date.dayOfWeek - 1 });
  const today = Temporal.Now.plainDateISO(timeZone);
  return mondayOf(today).until(mondayOf(Temporal.PlainDate.from(day)), { largestUnit: 'weeks' }).weeks;
};

const goToWeekOf = async ({ page, button, loaded }: ConsoleVisit, day: string, timeZone: string) => {
  await page.getByRole('tab', { name: 'Week' }).click();
  for (let week = weeksUntil(day, timeZone); week > 0; week--) await button('Next week').click();
  await loaded();
};

describeInBrowser('times in a browser', (executablePath) => {
  const stage = useStage(executablePath);

  it('groups by the viewer’s day and shows the CRM user’s time beside it', async () => {
    const visit = await stage().visitTo(clio, { timezoneId: AUCKLAND });
    const day = dayFromToday(3, AUCKLAND);
    await visit.create({ title: 'Across the date line', day, time: '08:00' });
    const [entry] = await stage().crm('clio').entriesNamed('Across the date line');
    expect(entry?.startMs).toBe(instantMs(day, '08:00', AUCKLAND));

    const theirs = Temporal.Instant.fromEpochMilliseconds(entry?.startMs ?? 0).toZonedDateTimeISO(
      'America/Los_Angeles',
    );
    expect(theirs.toPlainDate().toString()).not.toBe(day);
    const text = await visit.card('Across the date line').textContent();
    const theirDay = theirs.toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
    expect(text).toMatch(new RegExp(`${theirDay}, ${theirs.hour}:00 – ${theirs.hour}:30 in Los Angeles`));
    const heading = Temporal.PlainDate.from(day).toLocaleString('en-GB', { day: 'numeric', month: 'long' });
    await visit.page.getByRole('region', { name: heading }).getByRole('article').first().waitFor();
  });

  it('shows everything anew when another zone is chosen', async () => {
    const visit = await stage().visitTo(clio, { timezoneId: AUCKLAND });
    const day = dayFromToday(3, AUCKLAND);
    await visit.create({ title: 'Seen from elsewhere', day, time: '09:00' });
    await visit.page.getByRole('combobox', { name: 'Times in' }).selectOption('America/Los_Angeles');
    await visit.loaded();
    const startMs = instantMs(day, '09:00', AUCKLAND);
    const there = Temporal.Instant.fromEpochMilliseconds(startMs).toZonedDateTimeISO('America/Los_Angeles');
    const text = await visit.card('Seen from elsewhere').textContent();
    expect(text).toContain(`${there.hour}:00 – ${there.hour}:30`);
    expect(text).not.toContain('in Los Angeles');
  });

  it.each([bullhorn, clio])(
    '$name: keeps both of the times that occur twice apart, when the clock is put back',
    async (crm) => {
      const visit = await stage().visitTo(crm, { timezoneId: NEW_YORK });
      const day = nextChange(NEW_YORK, 'back');
      await visit.button('New appointment').click();
      await visit.fill({ title: 'The second half past one', day, time: '01:30' });
      await visit.says(/01:30 occurs twice on this day, because the clock is put back/);
      await visit.page.getByRole('checkbox', { name: 'The second one' }).check();
      await visit.button('Create appointment').click();
      await visit.says(/is in the calendar/);
      await goToWeekOf(visit, day, NEW_YORK);
      await visit.create({ title: 'The first half past one', day, time: '01:30' });

      const firstMs = instantMs(day, '01:30', NEW_YORK);
      const { entriesNamed } = stage().crm(crm.platform);
      expect((await entriesNamed('The first half past one')).map(({ startMs }) => startMs)).toEqual([
        firstMs,
      ]);
      expect((await entriesNamed('The second half past one')).map(({ startMs }) => startMs)).toEqual([
        firstMs + 3_600_000,
      ]);
      const block = (title: RegExp) => visit.button(title).boundingBox();
      const first = await block(/^The first half past one/);
      const second = await block(/^The second half past one/);
      expect(first?.x).toBe(second?.x);
      const hourHeight = 2 * (first?.height ?? NaN);
      expect((second?.y ?? NaN) - (first?.y ?? NaN)).toBeGreaterThan(hourHeight * 0.9);
      await visit.page.getByText(/^0?1:00 to 0?2:00 again, UTC-05:00$/).waitFor();
      await visit.page.getByText(/the clock is put 1 h back, so that this day is longer/).waitFor();
    },
  );

  it.each([netsuite, bullhorn, clio])(
    '$name: shows the hour that does not exist, and takes a time in it as the one after',
    async (crm) => {
      const visit = await stage().visitTo(crm, { timezoneId: NEW_YORK });
      const day = nextChange(NEW_YORK, 'forward');
      await visit.button('New appointment').click();
      await visit.fill({ title: 'In the gap', day, time: '02:30', minutes: 20 });
      await visit.says(/02:30 does not exist on this day/);
      await visit.button('Create appointment').click();
      await visit.says(/is in the calendar/);
      const [entry] = await stage().crm(crm.platform).entriesNamed('In the gap');
      expect(entry?.startMs).toBe(instantMs(day, '03:30', NEW_YORK));
      await goToWeekOf(visit, day, NEW_YORK);
      await visit.page.getByText(/^0?2:00 to 0?3:00 does not exist$/).waitFor();
      await visit.page.getByText(/the clock is put 1 h forward, so that this day is shorter/).waitFor();
      expect(await visit.button(/^In the gap.*0?3:30 – 0?3:50/).count()).toBe(1);
    },
  );
});
