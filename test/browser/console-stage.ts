/** What a file of browser tests runs on: the bridge as `npm start` starts it, one browser, and visits to the console. */
import { chromium, type Browser, type BrowserContextOptions } from 'playwright-core';
import type { Platform } from '../../src/contract/operations';
import { startBridge, type RunningBridge } from '../e2e/running-bridge';
import { openVisit, type ConsoleVisit } from './console-visit';
import { crms, type CrmFacts } from './crm-facts';
import { createLocalCrm, type LocalCrm } from './local-crm';

const START_LIMIT_MS = 90_000;
const STEP_LIMIT_MS = 15_000;

export interface ConsoleStage {
  readonly bridge: RunningBridge;
  crm(platform: Platform): LocalCrm;
  /** In a browser window of its own, signed in nowhere. */
  visit(options?: BrowserContextOptions): Promise<ConsoleVisit>;
  /** Signed in at this CRM; the sign-in is done once a file. */
  visitTo(crm: CrmFacts, options?: BrowserContextOptions): Promise<ConsoleVisit>;
}

type Cookies = Awaited<ReturnType<ConsoleVisit['cookies']>>;

/** By CRM, where the welcome text says it listens. */
const crmUrlIn = (printed: string, { name }: CrmFacts): string => {
  const [, url] = new RegExp(`${name} sandbox\\s+(http://\\S+)`).exec(printed) ?? [];
  if (url === undefined) throw new Error(`The bridge does not say where its ${name} is: ${printed}`);
  return url;
};

const createStage = (
  bridge: RunningBridge,
  browser: Browser,
): ConsoleStage & { closeVisits(): Promise<void> } => {
  const signIns = new Map<Platform, Cookies>();
  const visits: ConsoleVisit[] = [];
  const visit: ConsoleStage['visit'] = async (options = {}) => {
    const opened = await openVisit({ browser, baseUrl: bridge.baseUrl, stepLimitMs: STEP_LIMIT_MS, options });
    visits.push(opened);
    return opened;
  };
  return {
    bridge,
    crm: (platform) => {
      const facts = crms.find((one) => one.platform === platform);
      if (!facts) throw new Error(`Nothing is known of ${platform}.`);
      return createLocalCrm(platform, crmUrlIn(bridge.printed, facts));
    },
    visit,
    visitTo: async (crm, options) => {
      const opened = await visit(options);
      const known = signIns.get(crm.platform);
      if (known) await opened.addCookies(known);
      await opened.open(crm.platform);
      if (!known) {
        await opened.connect(crm);
        signIns.set(crm.platform, await opened.cookies());
      }
      await opened.loaded();
      return opened;
    },
    closeVisits: async () => {
      await Promise.all(visits.splice(0).map((one) => one.close()));
    },
  };
};

/** Every visit of a test has to end without an error in the browser's console, a refusal of the policy among them. */
export const useStage = (executablePath: string): (() => ConsoleStage) => {
  let browser: Browser | undefined;
  let bridge: RunningBridge | undefined;
  let stage: ReturnType<typeof createStage> | undefined;

  beforeAll(async () => {
    // Chromium's own sandbox does not work for root, who runs the tests in a container.
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const started = await Promise.all([startBridge(), chromium.launch({ executablePath, args })]);
    [bridge, browser] = started;
    stage = createStage(...started);
  }, START_LIMIT_MS);
  afterEach(() => stage?.closeVisits());
  afterAll(async () => {
    await browser?.close();
    await bridge?.close();
  });

  return () => {
    if (!stage) throw new Error('The stage is not set yet.');
    return stage;
  };
};
