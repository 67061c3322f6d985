/** The page on which somebody lets an app into an account, and what they decided there. */
import type { Request, Response } from 'express';

import { escapeHtml, sendHtmlPage } from './html-page';
import { isJsonObject } from './json-value';

export interface ConsentPage {
  /** The account as its users know it, such as the host name. */
  readonly account: string;
  readonly clientId: string;
  /** What the app may do with the account, in the vendor's words; empty where the request does not say. */
  readonly scopes: readonly string[];
  readonly users: readonly { readonly id: string; readonly name: string }[];
  /** Absolute. */
  readonly redirectUri: string;
}

/** The form goes back to the address of the page, so that the authorization request is in its query again. */
export function sendConsentPage(response: Response, page: ConsentPage): void {
  const account = escapeHtml(page.account);
  const options = page.users.map(
    ({ id, name }) => `<option value="${escapeHtml(id)}">${escapeHtml(name)}</option>`,
  );
  const scopes = page.scopes.map((scope) => `<li>${escapeHtml(scope)}</li>`);
  sendHtmlPage(response, {
    title: `Allow access to ${page.account}?`,
    formLeadsAway: true,
    body: `<h1>Allow access to ${account}?</h1>
<p>This is a local sandbox. The app <strong>${escapeHtml(page.clientId)}</strong> asks to work in this account.</p>
${scopes.length === 0 ? '' : `<p>It asks for:</p>\n<ul>${scopes.join('')}</ul>`}
<p>The answer goes to ${escapeHtml(new URL(page.redirectUri).host || page.redirectUri)}.</p>
<form method="post">
<label for="user">Signed in as</label>
<select id="user" name="user">${options.join('')}</select>
<button type="submit" name="decision" value="allow">Allow</button>
<button type="submit" name="decision" value="deny">Deny</button>
</form>`,
  });
}

/** Says on a page why nobody is asked, for requests whose redirect URI cannot be trusted (RFC 6749 §4.1.2.1). */
export function sendRefusalPage(
  response: Response,
  refusal: { readonly status: number; readonly message: string },
): void {
  sendHtmlPage(response, {
    title: 'The request was refused',
    status: refusal.status,
    body: `<h1>The request was refused</h1>\n<p class="error">${escapeHtml(refusal.message)}</p>`,
  });
}

export type ConsentDecision =
  | { readonly kind: 'undecided' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'allowed'; readonly userId: string };

/**
 * What the form of the page sent. `?approve=<userId>` in the URL decides without the page: the sandbox's own way for
 * programs that have no browser.
 */
export function consentDecision(request: Request): ConsentDecision {
  const approve = new URL(request.originalUrl, 'http://authorize').searchParams.get('approve');
  if (approve !== null) return { kind: 'allowed', userId: approve };
  const form: unknown = request.body;
  if (!isJsonObject(form)) return { kind: 'undecided' };
  if (form['decision'] === 'deny') return { kind: 'denied' };
  return form['decision'] === 'allow' && typeof form['user'] === 'string'
    ? { kind: 'allowed', userId: form['user'] }
    : { kind: 'undecided' };
}
