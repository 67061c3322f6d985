/** Every action of the console on every CRM, and after each of them what is then true in the CRM. */
import { crms, type CrmFacts } from './crm-facts';
import { useStage } from './console-stage';
import type { ConsoleVisit } from './console-visit';
import { describeInBrowser } from './describe-in-browser';
import { dayFromToday, instantMs } from './viewer-time';

const VIEWER = 'Europe/London';
const day = dayFromToday(2, VIEWER);

describeInBrowser('the console in a browser', (executablePath) => {
  const stage = useStage(executablePath);

  describe.each(crms)('on $name', (crm: CrmFacts) => {
    const { platform, person } = crm;
    const inCrm = (title: string) => stage().crm(platform).entriesNamed(title);
    let visit: ConsoleVisit;
    beforeEach(async () => {
      visit = await stage().visitTo(crm);
    });

    it('creates an appointment with somebody who was found while typing', async () => {
      const title = 'Demo with the new team';
      await visit.create({
        title,
        day,
        time: '18:00',
        minutes: 45,
        location: 'Room 7',
        person: crm.person,
      });

      expect(await inCrm(title)).toEqual([
        expect.objectContaining({
          startMs: instantMs(day, '18:00', VIEWER),
          minutes: 45,
          location: 'Room 7',
          people: expect.arrayContaining([person.name]),
        }),
      ]);
      const card = visit.card(title);
      expect(await card.getByRole('button', { name: person.name }).count()).toBe(1);
      expect(await card.textContent()).toContain('18:00 – 18:45');
      const crmTime = `10:00 – 10:45 in ${crm.zone ?? ''}`;
      expect((await card.textContent())?.includes(crmTime)).toBe(crm.zone !== undefined);
    });

    it('edits only what was changed', async () => {
      await visit.create({ title: 'To be moved', day, time: '17:00', location: 'Room 1' });
      await visit.button('Edit To be moved').click();
      await visit.fill({ title: 'Was moved', time: '19:30' });
      await visit.button('Save changes').click();
      await visit.says('“Was moved” is saved.');

      expect(await inCrm('To be moved')).toEqual([]);
      expect(await inCrm('Was moved')).toEqual([
        expect.objectContaining({
          startMs: instantMs(day, '19:30', VIEWER),
          minutes: 30,
          location: 'Room 1',
        }),
      ]);
      expect(await visit.card('Was moved').textContent()).toContain('19:30 – 20:00');
    });

    it(crm.canConfirm ? 'confirms' : 'offers no confirming, which the CRM cannot', async () => {
      const title = 'Sure to happen';
      await visit.create({ title, day, time: '17:30' });
      const confirm = visit.button(`Confirm ${title}`);
      if (!crm.canConfirm) {
        expect(await confirm.count()).toBe(0);
        return;
      }
      await confirm.click();
      await visit.says(`“${title}” is confirmed in ${crm.name}.`);
      expect(await inCrm(title)).toEqual([expect.objectContaining({ status: 'CONFIRMED' })]);
      await visit.card(title).getByText('Confirmed').waitFor();
      expect(await confirm.count()).toBe(0);
    });

    it('cancels when that is affirmed, and not before', async () => {
      const title = 'Rather not';
      await visit.create({ title, day, time: '18:30' });
      const [before] = await inCrm(title);
      await visit.button(`Cancel ${title}`).click();
      const dialog = visit.dialog('Cancel this appointment?');
      await dialog.getByText(crm.cancelMeans).waitFor();
      await visit.button('Keep appointment').click();
      expect(await inCrm(title)).toEqual([before]);

      await visit.button(`Cancel ${title}`).click();
      await visit.button('Cancel appointment').click();
      await visit.says(`“${title}” is ${platform === 'clio' ? 'deleted' : 'cancelled'} in ${crm.name}.`);
      expect((await inCrm(title)).map(({ status }) => status)).toEqual(
        crm.cancelledStatus === undefined ? [] : [crm.cancelledStatus],
      );
    });

    it('shows by a refresh what somebody else changed', async () => {
      const title = 'Elsewhere now';
      await visit.create({ title, day, time: '20:00', location: 'Room 1' });
      const [entry] = await inCrm(title);
      await stage()
        .crm(platform)
        .changeLocation(entry?.id ?? '', 'Room 99');
      await visit.card(title).getByText('Room 1', { exact: true }).waitFor();
      await visit.button(`Refresh ${title}`).click();
      await visit.card(title).getByText('Room 99', { exact: true }).waitFor();
    });

    it('searches in the list, filters it by status, and shows one person’s timeline', async () => {
      const title = 'Needle in the haystack';
      const { page } = visit;
      await visit.create({ title, day, time: '21:00', person });
      const all = await page.getByRole('article').count();
      await page.getByRole('searchbox', { name: 'Search in the list' }).fill('NEEDLE in');
      await visit.card(title).waitFor();
      expect(await page.getByRole('article').count()).toBe(1);
      await page.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Completed' });
      await page.getByText('Nothing matches the search.').waitFor();
      await visit.button('Show all').click();
      expect(await page.getByRole('article').count()).toBe(all);

      await visit.card(title).getByRole('button', { name: person.name }).click();
      await page.getByRole('heading', { name: `Timeline of ${person.name}` }).waitFor();
      await visit.card(title).waitFor();
      await visit.loaded();
      for (const card of await page.getByRole('article').all()) {
        expect(await card.textContent()).toContain(person.name);
      }
      await visit.button('‹ Back to the calendar').click();
      await page.getByRole('tab', { name: 'Past' }).click();
      await visit.loaded();
      expect(await visit.card(title).count()).toBe(0);
    });

    it('tells which calls an action made, with time and units, and nothing of their content', async () => {
      const title = 'Private matter of the client';
      const { page } = visit;
      await visit.create({ title, day, time: '16:00' });
      await page.getByText('What happened', { exact: true }).click();
      const calls = page.getByRole('region', { name: 'Calls to the CRM' });
      const rows = await calls.getByRole('row').allTextContents();
      const method = crm.calls.create.method;
      expect(rows.some((row) => row.includes(method ?? '') && /20\d.*\d+ ms/.test(row))).toBe(true);
      expect(rows.join()).not.toContain('Private');
    });
  });
});
