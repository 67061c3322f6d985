/** The pictures in docs/screenshots: taken anew with `SCREENSHOTS=1`, otherwise only looked after. */
import { mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { useStage } from './console-stage';
import type { ConsoleVisit } from './console-visit';
import { netsuite } from './crm-facts';
import { describeInBrowser } from './describe-in-browser';
import { dayFromToday } from './viewer-time';
import { Temporal } from 'temporal-polyfill';

const root = path.join(__dirname, '../..');
const folder = path.join(root, 'docs', 'screenshots');
const LARGEST_BYTES = 200_000;

const schemes = ['light', 'dark'] as const;
const sizes = { phone: { width: 360, height: 640 }, desk: { width: 1280, height: 800 } } as const;
const kinds = schemes.flatMap((colorScheme) =>
  (['phone', 'desk'] as const).map((device) => ({ colorScheme, device })),
);

const VIEWER_ZONE = 'America/New_York';

/** In the next week, by the day of the week: some at the same time, one in the other's zone early. */
const week = [
  [1, '10:00', 60, 'Pipeline review'],
  [1, '14:30', 45, 'Demo for Sunrise Solar'],
  [2, '12:00', 90, 'Renewal talk'],
  [2, '12:30', 30, 'Call about the quote'],
  [3, '09:30', 30, 'Stand-up'],
  [4, '11:00', 120, 'Workshop'],
  [4, '11:30', 60, 'Lunch with Priya'],
  [5, '15:00', 60, 'Week in review'],
] as const;

/** @param weekday 1 for Monday */
const dayOfNextWeek = (weekday: number): string => {
  const today = Temporal.Now.plainDateISO(VIEWER_ZONE);
  return today.add({ days: 7 - today.dayOfWeek + weekday }).toString();
};

type View = readonly [name: string, show: (visit: ConsoleVisit, title: string) => Promise<unknown>];

/** One after the other, in one visit. */
const views: readonly View[] = [
  ['list', ({ loaded }) => loaded()],
  [
    'week',
    async ({ page, button, create, loaded }) => {
      for (const [weekday, time, minutes, title] of week)
        await create({ title, day: dayOfNextWeek(weekday), time, minutes });
      await page.getByRole('tab', { name: 'Week' }).click();
      await button('Next week').click();
      await loaded();
    },
  ],
  [
    'edit',
    async ({ page, button, create, fill }, title) => {
      await page.getByRole('tab', { name: 'Upcoming' }).click();
      const day = dayFromToday(2, VIEWER_ZONE);
      await create({
        title,
        day,
        time: '13:00',
        minutes: 45,
        location: 'Room Fjord',
        person: netsuite.person,
      });
      await button(`Edit ${title}`).click();
      await fill({ title: `${title} and catering`, description: 'Bring the two quotes.' });
    },
  ],
];

const view = (name: string, kind: (typeof kinds)[number]): string =>
  path.join(folder, `${name}-${kind.device}-${kind.colorScheme}.png`);

const names = ['list', 'week', 'edit', 'conflict', 'what-happened'] as const;
const pictures = kinds.flatMap((kind) => names.map((name) => view(name, kind)));

if (process.env['SCREENSHOTS'] === '1') {
  describeInBrowser('pictures of the console', (executablePath) => {
    const stage = useStage(executablePath);

    it.each(kinds)(
      'are taken in the $colorScheme, on a $device',
      async (kind) => {
        const { colorScheme, device } = kind;
        mkdirSync(folder, { recursive: true });
        await stage().crm('netsuite').reset();
        const visit = await stage().visit({
          colorScheme,
          viewport: sizes[device],
          reducedMotion: 'reduce',
          timezoneId: VIEWER_ZONE,
        });
        await visit.open('netsuite');
        await visit.connect(netsuite);
        const title = 'Contract review';
        const take = (name: string) => visit.page.screenshot({ path: view(name, kind) });
        for (const [name, show] of views) {
          await show(visit, title);
          await take(name);
        }
        const { entriesNamed, changeLocation } = stage().crm('netsuite');
        const [entry] = await entriesNamed(title);
        await changeLocation(entry?.id ?? '', 'Room Harbour');
        await visit.button('Save changes').click();
        await visit.warns('It was changed meanwhile.');
        await take('conflict');
        await visit.button('Keep mine').click();
        await visit.says(/is saved/);
        await visit.page.getByText('What happened', { exact: true }).click();
        await take('what-happened');
      },
      60_000,
    );
  });
}

describe('the pictures in docs/screenshots', () => {
  it('are all there, and small', () => {
    const kept = readdirSync(folder).map((name) => path.join(folder, name));
    expect(kept.toSorted()).toEqual(pictures.toSorted());
    for (const picture of kept) expect(statSync(picture).size).toBeLessThan(LARGEST_BYTES);
  });

  it('are those that the README shows', () => {
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    const shown = [...readme.matchAll(/!\[([^\]]+)\]\((docs\/screenshots\/[^)]+)\)/g)];
    expect(shown.length).toBeGreaterThan(2);
    for (const [, alt = '', file = ''] of shown) {
      expect(alt.length).toBeGreaterThan(20);
      expect(pictures).toContain(path.join(root, file));
    }
  });
});
