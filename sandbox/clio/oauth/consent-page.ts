/** The page on which a user lets the developer app in. */
import type { User } from '../entities';
import { userName } from '../users/user-resource';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

/** @param parameters those of the authorization request, which the form sends again with the answer. */
export function consentPage(hostname: string, parameters: URLSearchParams, users: readonly User[]): string {
  const hidden = [...parameters]
    .filter(([name]) => name !== 'user_id')
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`);
  const options = users.map((user) => `<option value="${user.id}">${escapeHtml(userName(user))}</option>`);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Clio sandbox: authorize</title></head>
<body>
<h1>${escapeHtml(hostname)} (local sandbox)</h1>
<form method="get" action="/oauth/authorize">
${hidden.join('\n')}
<label>Signed in as <select name="user_id">${options.join('')}</select></label>
<button name="approve" value="1">Allow access</button>
<button name="approve" value="0">Deny</button>
</form>
</body>
</html>
`;
}
