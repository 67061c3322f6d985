/** Somebody at the console: what they see and do, by the roles and names that a screen reader knows, too. */
import type { Browser, BrowserContextOptions, Cookie, Locator, Page } from 'playwright-core';
import type { CrmFacts } from './crm-facts';

export interface VisitOptions {
  readonly browser: Browser;
  readonly baseUrl: string;
  readonly stepLimitMs: number;
  readonly options: BrowserContextOptions;
}

/** What is typed into the form; what is left out stays as it is. */
export interface FormEntries {
  readonly title?: string;
  /** `YYYY-MM-DD` and `HH:MM`, in the viewer's zone. */
  readonly day?: string;
  readonly time?: string;
  readonly minutes?: number;
  readonly location?: string;
  readonly description?: string;
  /** Somebody to be found by what is typed. */
  readonly person?: { readonly typed: string; readonly name: string };
}

export interface ConsoleVisit {
  readonly page: Page;
  open(hash?: string): Promise<void>;
  /** Through the CRM's consent page, and back. */
  connect(crm: CrmFacts): Promise<void>;
  /** Until the whole list is there. */
  loaded(): Promise<void>;
  card(title: string): Locator;
  dialog(name: string): Locator;
  button(name: string | RegExp): Locator;
  /** Says something with this text, for screen readers too. */
  says(text: string | RegExp): Promise<void>;
  warns(text: string | RegExp): Promise<void>;
  fill(entries: FormEntries): Promise<void>;
  create(entries: FormEntries): Promise<void>;
  cookies(): Promise<Cookie[]>;
  addCookies(cookies: readonly Cookie[]): Promise<void>;
  /** @throws Error with what the browser complained of */
  close(): Promise<void>;
}

const LONDON = { timezoneId: 'Europe/London', locale: 'en-GB' } as const;

/** What a planned failure leaves in the console: the browser reports every answer that is no success. */
const ANSWER = /^Failed to load resource: the server responded with a status of/;

const collectComplaints = (page: Page): (() => readonly string[]) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !ANSWER.test(message.text())) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return () => complaints;
};

const fieldNames = {
  title: 'Title',
  day: 'Date',
  time: 'Start',
  minutes: 'Length in minutes',
  location: 'Location',
  description: 'Description',
} as const satisfies Record<Exclude<keyof FormEntries, 'person'>, string>;

const fillForm = async (page: Page, entries: FormEntries): Promise<void> => {
  const dialog = page.getByRole('dialog');
  for (const [key, label] of Object.entries(fieldNames)) {
    const value = Object.entries(entries).find(([name]) => name === key)?.[1];
    if (value !== undefined) await dialog.getByLabel(label, { exact: true }).fill(String(value));
  }
  const { person } = entries;
  if (!person) return;
  await dialog.getByRole('combobox', { name: 'Attendees' }).fill(person.typed);
  await dialog.getByRole('option', { name: person.name }).first().click();
  await dialog.getByRole('button', { name: `Remove ${person.name}` }).waitFor();
};

export const openVisit = async (visit: VisitOptions): Promise<ConsoleVisit> => {
  const { browser, baseUrl, stepLimitMs, options } = visit;
  const context = await browser.newContext({ ...LONDON, ...options });
  context.setDefaultTimeout(stepLimitMs);
  const page = await context.newPage();
  const complaints = collectComplaints(page);
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
  const isAtConsole = (url: URL): boolean => url.href.startsWith(`${baseUrl}/console/`);
  const fill = (entries: FormEntries): Promise<void> => fillForm(page, entries);
  const says: ConsoleVisit['says'] = async (text) => {
    await page.getByRole('status').filter({ hasText: text }).first().waitFor();
  };
  return {
    page,
    open: async (hash = '') => {
      await page.goto(`${baseUrl}/console/${hash === '' ? '' : `#${hash}`}`);
    },
    connect: async ({ name, allow }) => {
      await page.getByRole('tab', { name }).click();
      await button(`Connect to ${name}`).click();
      await page.waitForURL((url) => !isAtConsole(url));
      for (const answer of allow) await button(answer).click();
      await page.waitForURL(isAtConsole);
    },
    loaded: () => says(/^\d+ appointments? loaded$/),
    card: (title) => page.getByRole('article', { name: title, exact: true }),
    dialog: (name) => page.getByRole('dialog', { name, exact: true }),
    button,
    says,
    warns: async (text) => {
      await page.getByRole('alert').filter({ hasText: text }).first().waitFor();
    },
    fill,
    create: async (entries) => {
      await button('New appointment').click();
      await fill(entries);
      await button('Create appointment').click();
      await says(`“${entries.title ?? ''}” is in the calendar.`);
    },
    cookies: () => context.cookies(baseUrl),
    addCookies: (cookies) => context.addCookies(cookies),
    close: async () => {
      await context.close();
      if (complaints().length > 0) throw new Error(`The browser complained: ${complaints().join('\n')}`);
    },
  };
};
