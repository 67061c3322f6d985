/** The HTML pages of /oauth/authorize, with the words that clients look for in them (BH-PHP AuthClient, its mocks). */
import { escapeHtml, type HtmlPage } from '../../core/html-page';
import type { BullhornUser } from '../bullhorn-state';

const page = (title: string, body: string): HtmlPage => ({ title: `Bullhorn | ${title}`, body });
const errorParagraph = (error: string): string => `<p class="error">${error}</p>`;

/** A sandbox has no secrets from those who try it out: it tells who can log in, and with what. */
function hints(users: readonly BullhornUser[]): string {
  const items = users.map(
    ({ username, password }) => `<li>${escapeHtml(username)}, password ${escapeHtml(password)}</li>`,
  );
  return `<p>This is a local sandbox. Who can log in:</p>\n<ul>${items.join('')}</ul>`;
}

/**
 * Asks for name and password, those of the first user filled in. The form goes back to the address the page came
 * from, with the answer in its body.
 */
export function loginPage(options: {
  readonly clientId: string;
  readonly users: readonly BullhornUser[];
  /** What was typed before; empty for a first visit. */
  readonly username: string;
  readonly error?: string;
}): HtmlPage {
  const { clientId, users, username, error } = options;
  const suggested = username === '' ? users[0] : undefined;
  return page(
    'Log in',
    `<h1>Log in to Bullhorn</h1>
<p>The app <strong>${escapeHtml(clientId)}</strong> asks to work in your account.</p>
${hints(users)}
<form method="POST" name="loginForm" class="content">
<label for="username">Username</label>
<input type="text" id="username" name="username" autocomplete="off" value="${escapeHtml(suggested?.username ?? username)}">
<label for="password">Password</label>
<input type="password" id="password" name="password" autocomplete="off" value="${escapeHtml(suggested?.password ?? '')}">
${error === undefined ? '' : errorParagraph(error)}
<button type="submit" name="action" value="Login">Log in</button>
<button type="submit" name="action" value="Deny">Cancel</button>
</form>`,
  );
}

/** Shown on a user's first log-in. @param ticket stands for the log-in that waits for the answer. */
export function termsPage(ticket: string): HtmlPage {
  return page(
    'Terms of Service',
    `<h1>Terms of Service</h1>
<p>To let an app work in your account, accept the terms of service of the API.</p>
<form method="POST" name="termsForm" class="content">
<input type="hidden" name="ticket" value="${escapeHtml(ticket)}">
<button type="submit" name="action" value="Agree">Agree</button>
<button type="submit" name="action" value="Deny">Decline</button>
</form>`,
  );
}

export function refusalPage(error: 'Invalid Client Id' | 'Invalid Redirect URI'): HtmlPage {
  return page('Error', `<h1>Bullhorn</h1>\n${errorParagraph(error)}`);
}
