/** What the console shows when a CRM fails, is slow, does half of what it was asked, or was changed by somebody else. */
import { useStage } from './console-stage';
import { bullhorn, clio, crms, netsuite, type CrmFacts } from './crm-facts';
import { describeInBrowser } from './describe-in-browser';
import { dayFromToday } from './viewer-time';

const day = dayFromToday(2, 'Europe/London');

describeInBrowser('a CRM that fails, in a browser', (executablePath) => {
  const stage = useStage(executablePath);
  const recoverAll = () => Promise.all(crms.map(({ platform }) => stage().crm(platform).recover()));
  afterEach(recoverAll);

  it.each(crms)(
    '$name: a list that cannot be had is no empty one, and comes with a retry',
    async (crm: CrmFacts) => {
      const visit = await stage().visitTo(crm);
      const shown = await visit.page.getByRole('article').count();
      await stage()
        .crm(crm.platform)
        .fault({ fault: '500', times: 'always', ...crm.calls.list });
      await visit.button('Refresh list').click();
      await visit.warns('Not everything is here.');
      expect(await visit.page.getByRole('article').count()).toBe(shown);

      await stage().crm(crm.platform).recover();
      await visit.button('Try again').click();
      await visit.loaded();
      expect(await visit.page.getByRole('article').count()).toBe(shown);
      expect(await visit.page.getByText('Not everything is here.').count()).toBe(0);
    },
  );

  it('shows how far a long list is, and what arrived so far', async () => {
    const visit = await stage().visitTo(clio);
    const { page } = visit;
    const nearest = (await page.getByRole('article').first().textContent()) ?? '';
    await stage()
      .crm('clio')
      .fault({ fault: 'slow', delayMs: 1500, times: 3, ...clio.calls.list });
    await page.reload();
    await visit.says(/^[1-3] of 4 parts loaded, \d+ appointments so far$/);
    await page.getByRole('progressbar', { name: 'Loading the list' }).waitFor();
    expect(await page.getByRole('article').first().textContent()).toBe(nearest);
    await visit.loaded();
    expect(await page.getByRole('progressbar').count()).toBe(0);
  });

  it.each(crms)(
    '$name: nothing that was typed is lost, and a retry makes one appointment',
    async (crm: CrmFacts) => {
      const title = 'Typed with care';
      const visit = await stage().visitTo(crm);
      await stage()
        .crm(crm.platform)
        .fault({ fault: '503', times: 'always', ...crm.calls.create });
      await visit.button('New appointment').click();
      await visit.fill({ title, day, time: '18:00', location: 'Room 5', person: crm.person });
      await visit.button('Create appointment').click();
      await visit.warns('It is not saved.');
      const dialog = visit.dialog('New appointment');
      await dialog.getByRole('button', { name: 'Close' }).first().click();
      await visit.button('New appointment').click();
      await dialog.getByText('What you typed before is still here.').waitFor();
      expect(await dialog.getByLabel('Title').inputValue()).toBe(title);
      expect(await dialog.getByLabel('Location').inputValue()).toBe('Room 5');
      await visit.button(`Remove ${crm.person.name}`).waitFor();

      await stage().crm(crm.platform).recover();
      await visit.button('Create appointment').click();
      await visit.says(`“${title}” is in the calendar.`);
      expect(await stage().crm(crm.platform).entriesNamed(title)).toHaveLength(1);
    },
  );

  it('makes no second appointment after an answer that was lost', async () => {
    const title = 'Only once';
    const visit = await stage().visitTo(bullhorn);
    await stage()
      .crm('bullhorn')
      .fault({ fault: 'timeoutAfterCommit', ...bullhorn.calls.create });
    await visit.create({ title, day, time: '18:30' });
    expect(await stage().crm('bullhorn').entriesNamed(title)).toHaveLength(1);
  });

  it('shows what is saved and what is not, and saves the rest', async () => {
    const title = 'Half of it';
    const visit = await stage().visitTo(bullhorn);
    await stage()
      .crm('bullhorn')
      .fault({ fault: '500', times: 'always', method: 'PUT', path: '*/entity/AppointmentAttendee' });
    await visit.button('New appointment').click();
    await visit.fill({ title, day, time: '18:00', person: bullhorn.person });
    await visit.button('Create appointment').click();
    await visit.warns('Only a part is saved.');
    const outcome = visit.page.getByRole('table', { name: 'What is saved and what is not' });
    expect(await outcome.getByRole('row', { name: /^Title/ }).textContent()).toContain('✓ saved');
    expect(await outcome.getByRole('row', { name: /^Attendees/ }).textContent()).toContain('✕ not saved');

    await stage().crm('bullhorn').recover();
    await visit.button('Try the rest again').click();
    await visit.says(/is saved|is in the calendar/);
    expect(await stage().crm('bullhorn').entriesNamed(title)).toEqual([
      expect.objectContaining({ people: expect.arrayContaining([bullhorn.person.name]) }),
    ]);
  });

  describe.each(crms)('$name: somebody else changed it meanwhile', (crm: CrmFacts) => {
    const { platform } = crm;

    it.each([
      ['Keep mine', { title: 'Mine now', location: 'Room 88' }],
      ['Take theirs', { title: 'Contested, Take theirs', location: 'Room 88' }],
    ])('shows both versions, and %s is done', async (choice, expected) => {
      const visit = await stage().visitTo(crm);
      const title = `Contested, ${choice}`;
      await visit.create({ title, day, time: '18:00', location: 'Room 1' });
      const { entriesNamed, changeLocation } = stage().crm(platform);
      const [entry] = await entriesNamed(title);
      await visit.button(`Edit ${title}`).click();
      await visit.fill({ title: 'Mine now' });
      await changeLocation(entry?.id ?? '', 'Room 88');
      await visit.button('Save changes').click();
      await visit.warns('It was changed meanwhile.');
      const versions = visit.page.getByRole('table', { name: 'Your version and theirs' });
      expect(await versions.getByRole('row', { name: /^Title/ }).textContent()).toBe(`TitleMine now${title}`);
      expect(await versions.getByRole('row', { name: /^Location/ }).textContent()).toContain('Room 88');
      expect(await entriesNamed(title)).toContainEqual({ ...entry, location: 'Room 88' });

      await visit.button(choice).click();
      await visit.says(/“(Mine now|Contested.*)” is/);
      expect(await entriesNamed(expected.title)).toEqual([expect.objectContaining(expected)]);
      await visit.card(expected.title).getByText('Room 88', { exact: true }).waitFor();
    });
  });

  it('says how long to wait where the CRM asks for patience', async () => {
    const visit = await stage().visitTo(netsuite);
    await stage()
      .crm('netsuite')
      .fault({ fault: '429', times: 'always', retryAfterSeconds: 30, ...netsuite.calls.list });
    await visit.button('Refresh list').click();
    await visit.button(/^Try again in \d+ s$/).waitFor();
  });
});
