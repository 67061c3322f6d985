/** Every main view and dialog under axe-core, light and dark, on a phone and on a desk. */
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { useStage } from './console-stage';
import type { ConsoleVisit } from './console-visit';
import { netsuite } from './crm-facts';
import { describeInBrowser } from './describe-in-browser';
import { dayFromToday } from './viewer-time';

const PHONE = { width: 360, height: 640 };
const DESK = { width: 1280, height: 800 };

/** What the colour scheme makes a difference to. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'] as const;

/** By rule, with the elements that break it. */
const violations = async (page: Page, rules?: readonly string[]): Promise<readonly string[]> => {
  // Chromium's own door, to which the page's policy does not apply.
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify({ resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) })})`,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
};

const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');

type Step = readonly [name: string, go: (visit: ConsoleVisit) => Promise<unknown>];

/** One after the other, in one visit. */
const steps: readonly Step[] = [
  ['the list', ({ loaded }) => loaded()],
  ['what happened', ({ page }) => page.getByText('What happened', { exact: true }).click()],
  [
    'a new appointment with what is wrong in it',
    async ({ page, button, fill }) => {
      await page.getByText('What happened', { exact: true }).click();
      await button('New appointment').click();
      await fill({ title: '', person: netsuite.person });
      await button('Create appointment').click();
      await page.getByText('Enter a title.').waitFor();
    },
  ],
  [
    'the question before a cancellation',
    async ({ page, button, dialog }) => {
      await page.keyboard.press('Escape');
      await dialog('New appointment').waitFor({ state: 'detached' });
      await button(/^Cancel /)
        .first()
        .click();
      await dialog('Cancel this appointment?').waitFor();
    },
  ],
  [
    'the past',
    async ({ page, loaded }) => {
      await page.keyboard.press('Escape');
      await page.getByRole('tab', { name: 'Past' }).click();
      await loaded();
    },
  ],
  [
    'a timeline',
    async ({ page, loaded }) => {
      await page.getByRole('list', { name: 'Attendees' }).first().getByRole('button').first().click();
      await page.getByRole('heading', { name: /^Timeline of/ }).waitFor();
      await loaded();
    },
  ],
  [
    'the week',
    async ({ page, button, loaded }) => {
      await button('‹ Back to the calendar').click();
      await page.getByRole('tab', { name: 'Week' }).click();
      await button('Next week').click();
      await loaded();
    },
  ],
  [
    'an appointment of the week',
    async ({ page }) => {
      const hours = page.getByRole('region', { name: 'Hours of the week' });
      await hours.getByRole('listitem').getByRole('button').first().click();
      await page.getByRole('dialog').waitFor();
    },
  ],
];

describeInBrowser('accessibility in a browser', (executablePath) => {
  const stage = useStage(executablePath);

  it.each([
    ['light', 'phone', PHONE],
    ['dark', 'phone', PHONE],
    ['light', 'desk', DESK],
    ['dark', 'desk', DESK],
  ] as const)('axe finds nothing in any view: %s, on a %s', async (colorScheme, _device, viewport) => {
    const visit = await stage().visitTo(netsuite, { colorScheme, viewport, reducedMotion: 'reduce' });
    const found: Record<string, readonly string[]> = {};
    for (const [name, go] of steps) {
      await go(visit);
      found[name] = [
        ...(await violations(visit.page, colorScheme === 'dark' ? OF_COLOURS : undefined)),
        ...((await isTooWide(visit.page)) ? ['the page is wider than the window'] : []),
      ];
    }
    expect(found).toEqual(Object.fromEntries(steps.map(([name]) => [name, []])));
  });

  it('axe finds nothing before anybody is connected, nor in a conflict', async () => {
    const stranger = await stage().visit({ viewport: PHONE });
    await stranger.open('clio');
    await stranger.button('Connect to Clio').waitFor();
    expect(await violations(stranger.page)).toEqual([]);

    const visit = await stage().visitTo(netsuite, { viewport: PHONE, reducedMotion: 'reduce' });
    const title = 'Fought over';
    await visit.create({ title, day: dayFromToday(2, 'Europe/London'), time: '18:00' });
    const { entriesNamed, changeLocation } = stage().crm('netsuite');
    const [entry] = await entriesNamed(title);
    await visit.button(`Edit ${title}`).click();
    await visit.fill({ title: 'Mine' });
    await changeLocation(entry?.id ?? '', 'Elsewhere');
    await visit.button('Save changes').click();
    await visit.warns('It was changed meanwhile.');
    expect(await violations(visit.page)).toEqual([]);
    expect(await isTooWide(visit.page)).toBe(false);
  });
});
