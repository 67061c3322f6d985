/** Connecting and disconnecting by the CRMs' consent pages, and what the browser keeps of it. */
import { useStage } from './console-stage';
import { crms, netsuite, type CrmFacts } from './crm-facts';
import { describeInBrowser } from './describe-in-browser';

/** Everything of the page that a script in it could read. */
const READABLE =
  'JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }, document.documentElement.outerHTML])';
const TOKEN = /eyJ[\w-]+\.|sandbox-token|BhRestToken|access_token|refresh_token|clio-us-token/;

describeInBrowser('connecting in a browser', (executablePath) => {
  const stage = useStage(executablePath);

  it.each(crms)('$name: to the consent page, back to the calendar, and off again', async (crm: CrmFacts) => {
    const visit = await stage().visit();
    const { page } = visit;
    await visit.open();
    await visit.connect(crm);
    await visit.loaded();
    expect(await page.getByRole('tab', { name: crm.name }).getAttribute('aria-selected')).toBe('true');
    expect(await page.getByRole('article').count()).toBeGreaterThan(5);

    const cookies = await visit.cookies();
    expect(cookies.find(({ name }) => name === `console_${crm.platform}`)).toMatchObject({
      httpOnly: true,
      sameSite: 'Strict',
    });
    const readable = await page.evaluate<string>(READABLE);
    expect(readable).not.toMatch(TOKEN);
    for (const { value } of cookies) expect(readable).not.toContain(value);

    await visit.button('Disconnect').click();
    await visit.button(`Connect to ${crm.name}`).waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
    expect((await visit.cookies()).map(({ name }) => name)).not.toContain(`console_${crm.platform}`);
  });

  it('says in words that access was not allowed, and connects at the second attempt', async () => {
    const visit = await stage().visit();
    await visit.open();
    await visit.button(`Connect to ${netsuite.name}`).click();
    await visit.button(netsuite.deny).click();
    await visit.warns(/You are not connected: access was not allowed/);
    await visit.button('Try again').click();
    await visit.button('Allow').click();
    await visit.loaded();
  });

  it('is served under a policy that lets the page load nothing but itself', async () => {
    const visit = await stage().visit();
    const response = await visit.page.goto(`${stage().bridge.baseUrl}/`);
    expect(visit.page.url()).toBe(`${stage().bridge.baseUrl}/console/`);
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).not.toContain('unsafe');
  });
});
