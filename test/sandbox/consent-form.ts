/** Fills in and sends the form of a page as a browser does, without running anything. */
export interface ShownPage {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
}

export async function openPage(url: string): Promise<ShownPage> {
  const response = await fetch(url, { redirect: 'manual' });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

/** Sends to the address of the page, as a form without an `action` does. @returns where the answer redirects. */
export async function sendForm(
  url: string,
  fields: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly target: URL | undefined; readonly html: string }> {
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
  });
  const location = response.headers.get('location');
  return {
    status: response.status,
    target: location === null ? undefined : new URL(location),
    html: await response.text(),
  };
}

/** The directives of a page's Content-Security-Policy. */
export function policyOf(page: ShownPage): readonly string[] {
  return (page.headers.get('content-security-policy') ?? '').split('; ');
}
