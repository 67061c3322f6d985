/** The small pages an emulator shows in a browser: one style, no scripts, and headers that allow nothing else. */
import { createHash } from 'node:crypto';

import type { Response } from 'express';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => escapes[mark] ?? mark);
}

const style = `
body { max-width: 32rem; margin: 3rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; }
label, select, input { display: block; font: inherit; }
select, input { width: 100%; box-sizing: border-box; margin-bottom: 1rem; padding: .5rem; }
button { font: inherit; padding: .5rem 1.25rem; margin-right: .5rem; }
.error { color: #a30000; }
`;
const styleHash = createHash('sha256').update(style).digest('base64');

/** A scheme of an app's own, such as `myapp://callback`, has no origin. */
function sourceOf(redirectUri: string): string {
  const { origin, protocol } = new URL(redirectUri);
  return origin === 'null' ? protocol : origin;
}

/** A browser also checks the redirect that answers a form against `form-action`, so the target has to be in it. */
function contentSecurityPolicy(formLeadsTo: string | undefined): string {
  const formAction = formLeadsTo === undefined ? "'none'" : `'self' ${sourceOf(formLeadsTo)}`;
  return [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    `form-action ${formAction}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export interface HtmlPage {
  readonly title: string;
  /** Markup: whatever came from a request is escaped in it. */
  readonly body: string;
  /** 200 when left out. */
  readonly status?: number;
  /** Where the answer to the form of this page redirects, an absolute URI; left out for a page without a form. */
  readonly formLeadsTo?: string;
}

export function sendHtmlPage(response: Response, page: HtmlPage): void {
  response.set({
    'Content-Security-Policy': contentSecurityPolicy(page.formLeadsTo),
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
  response.status(page.status ?? 200).type('html').send(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(page.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${page.body}
</main>
</body>
</html>
`);
}
