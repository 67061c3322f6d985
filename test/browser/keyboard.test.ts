/** A whole create, edit and cancel with nothing but the keyboard. */
import { Temporal } from 'temporal-polyfill';
import { useStage } from './console-stage';
import type { ConsoleVisit } from './console-visit';
import { netsuite } from './crm-facts';
import { describeInBrowser } from './describe-in-browser';
import { instantMs } from './viewer-time';

const VIEWER = 'Europe/London';
const MOST_STEPS = 400;
const FOCUSED_NAME =
  '(() => { const at = document.activeElement; return at?.getAttribute("aria-label") || at?.labels?.[0]?.textContent || at?.textContent || ""; })()';

/** With Tab until what has the focus has this name. */
const tabTo = async ({ page }: ConsoleVisit, name: string): Promise<void> => {
  for (let step = 0; step < MOST_STEPS; step++) {
    if ((await page.evaluate<string>(FOCUSED_NAME)).trim() === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches “${name}”.`);
};

/** The next day like 12 December: browsers ask for day and month in one order or the other. */
const nextTwinDay = (): Temporal.PlainDate => {
  const today = Temporal.Now.plainDateISO(VIEWER);
  const thisMonth = today.with({ day: today.month });
  return thisMonth.day > today.day
    ? thisMonth
    : today
        .with({ day: 1 })
        .add({ months: 1 })
        .with({ day: (today.month % 12) + 1 });
};

describeInBrowser('the console by the keyboard alone', (executablePath) => {
  const stage = useStage(executablePath);

  it('creates, edits and cancels', async () => {
    const visit = await stage().visitTo(netsuite);
    const { keyboard } = visit.page;
    const inCrm = (title: string) => stage().crm('netsuite').entriesNamed(title);
    const day = nextTwinDay();

    await tabTo(visit, 'New appointment');
    await keyboard.press('Enter');
    await visit.dialog('New appointment').waitFor();
    expect((await visit.page.evaluate<string>(FOCUSED_NAME)).trim()).toBe('Title');
    await keyboard.type('By hand');
    await tabTo(visit, 'Date');
    await keyboard.type(day.toString().split('-').toReversed().join(''));
    await tabTo(visit, 'Start');
    await keyboard.type('1930');
    await tabTo(visit, 'Attendees');
    await keyboard.type(netsuite.person.typed);
    await visit.page.getByRole('option', { name: netsuite.person.name }).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await visit.button(`Remove ${netsuite.person.name}`).waitFor();
    await tabTo(visit, 'Create appointment');
    await keyboard.press('Enter');
    await visit.says('“By hand” is in the calendar.');
    expect(await inCrm('By hand')).toEqual([
      expect.objectContaining({
        startMs: instantMs(day.toString(), '19:30', VIEWER),
        people: expect.arrayContaining([netsuite.person.name]),
      }),
    ]);
    // The dialog gives the focus back to what opened it.
    await tabTo(visit, 'New appointment');

    await tabTo(visit, 'Edit By hand');
    await keyboard.press('Enter');
    await visit.dialog('Edit appointment').waitFor();
    await tabTo(visit, 'Location');
    await keyboard.type('Room 3');
    await keyboard.press('Enter');
    await visit.says('“By hand” is saved.');
    expect(await inCrm('By hand')).toEqual([expect.objectContaining({ location: 'Room 3' })]);

    await tabTo(visit, 'Cancel By hand');
    await keyboard.press('Enter');
    await visit.dialog('Cancel this appointment?').waitFor();
    await keyboard.press('Escape');
    expect(await visit.page.getByRole('dialog').count()).toBe(0);
    await tabTo(visit, 'Cancel By hand');
    await keyboard.press('Enter');
    await tabTo(visit, 'Cancel appointment');
    await keyboard.press('Enter');
    await visit.says('“By hand” is cancelled in NetSuite.');
    expect(await inCrm('By hand')).toEqual([expect.objectContaining({ status: 'CANCELLED' })]);
  });

  it('moves between the CRMs and the views with the arrows', async () => {
    const visit = await stage().visitTo(netsuite);
    const { keyboard } = visit.page;
    await tabTo(visit, 'Upcoming');
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await visit.page.getByRole('heading', { name: /to/, level: 2 }).waitFor();
    await tabTo(visit, 'Previous week');
    await keyboard.press('Enter');
    await visit.loaded();
  });
});
