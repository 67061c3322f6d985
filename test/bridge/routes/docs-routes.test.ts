import { createHash } from 'node:crypto';
import { operations } from '../../../src/contract/operations';
import { startFakeNetSuite, type FakeNetSuite } from '../fake-netsuite';
import { startServiceApp, type ServiceApp } from '../service-app';

let fake: FakeNetSuite;
let app: ServiceApp;

beforeAll(async () => {
  fake = await startFakeNetSuite();
  app = await startServiceApp(fake);
});
afterAll(async () => {
  await app.close();
  await fake.close();
});

const page = async (): Promise<string> => (await app.get('/docs')).text();

describe('the documentation that the bridge serves', () => {
  it('is an OpenAPI document', async () => {
    const response = await app.get('/openapi.json');
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await response.json()).toMatchObject({ openapi: '3.1.1', info: { title: expect.any(String) } });
  });

  it('is a page that names every route', async () => {
    const text = await page();
    for (const { clientPath, serverPath } of Object.values(operations)) {
      for (const path of [clientPath, `/connectors/{platform}${serverPath}`]) {
        expect(text).toContain(`<code>${path.replace(':appointmentId', '{appointmentId}')}</code>`);
      }
    }
  });

  it('lets the page load nothing but its own style', async () => {
    const response = await app.get('/docs');
    const policy = response.headers.get('content-security-policy') ?? '';
    const text = await response.text();
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).not.toContain('unsafe');
    expect(text).not.toMatch(/<script|<img|<link|\son\w+=|\sstyle=|src=/i);
    expect(text).not.toMatch(/href="https?:/);
  });

  it('leads every link of the page to something on it', async () => {
    const text = await page();
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(30);
    for (const target of targets) expect(ids).toContain(target);
  });

  it('is a page for everybody: a language, a title, landmarks, one first heading, captions, day and night', async () => {
    const text = await page();
    expect(text).toMatch(/<html lang="en">/);
    expect(text).toMatch(/<title>[^<]+<\/title>/);
    for (const landmark of ['<header>', '<nav aria-label=', '<main id="main"'])
      expect(text).toContain(landmark);
    expect(text.match(/<h1>/g)).toHaveLength(1);
    expect(text.match(/<table>/g)?.length).toBe(text.match(/<caption>/g)?.length);
    expect(text).toContain('prefers-color-scheme: dark');
  });
});
