/** The HTML pages of /oauth/authorize, with the words that clients look for in them (BH-PHP AuthClient, its mocks). */
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);

function page(title: string, body: string): string {
  return `<!DOCTYPE html>
<html>
<head><meta charset="utf-8"><title>Bullhorn | ${title}</title></head>
<body>
${body}
</body>
</html>
`;
}

const errorParagraph = (error: string): string => `<p class="error">${error}</p>`;

/** Asks for name and password; the form goes back to the address the page came from. */
export function loginPage(options: { readonly username: string; readonly error?: string }): string {
  return page(
    'Log in',
    `<form method="POST" name="loginForm" class="content">
<input type="text" name="username" placeholder="Username" value="${escaped(options.username)}">
<input type="password" name="password" placeholder="Password">
${options.error === undefined ? '' : errorParagraph(options.error)}
<input type="hidden" name="action" value="Login">
<input type="submit" value="Log in">
</form>`,
  );
}

export function refusalPage(error: 'Invalid Client Id' | 'Invalid Redirect URI'): string {
  return page('Error', errorParagraph(error));
}
