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

/**
 * Chrome checks the whole chain of redirects that answers a form against `form-action`, and where an app's callback sends
 * the browser on to is not known here: so a page with a form that leads away goes without.
 */
function contentSecurityPolicy(formLeadsAway: boolean): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    ...(formLeadsAway ? [] : ["form-action 'none'"]),
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
  /** Has it a form whose answer redirects to the app that asked? */
  readonly formLeadsAway?: boolean;
}

export function sendHtmlPage(response: Response, page: HtmlPage): void {
  response.set({
    'Content-Security-Policy': contentSecurityPolicy(page.formLeadsAway ?? false),
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
