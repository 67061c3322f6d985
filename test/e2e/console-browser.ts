/** A browser as far as the console needs one: cookies by path, redirects, and what a browser says of each request. */

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly host: string;
  readonly path: string;
}

export interface BrowserAnswer {
  /** Where the redirects ended. */
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams;
}

export interface ConsoleBrowser {
  /** Follows redirects, as a navigation does. */
  open(url: string, sent?: Sent): Promise<BrowserAnswer>;
  /** As a script of the page at this address would. */
  fetchFrom(page: string, url: string, sent?: Sent): Promise<BrowserAnswer>;
  /** Names of what is kept, as `name path`. */
  cookies(): readonly string[];
  /** Every body that came, but for those of the CRMs' own pages. */
  bodiesOf(baseUrl: string): string;
}

const MAX_REDIRECTS = 10;

const isUnder = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

const attributeOf = (cookie: string, name: string): string | undefined =>
  new RegExp(`;\\s*${name}=([^;]*)`, 'i').exec(cookie)?.[1];

const createCookieJar = () => {
  let kept: readonly Cookie[] = [];
  return {
    headerFor: ({ hostname, pathname }: URL): string =>
      kept
        .filter(({ host, path }) => host === hostname && isUnder(pathname, path))
        .map(({ name, value }) => `${name}=${value}`)
        .join('; '),
    /** A cookie is of a host, whatever its port (RFC 6265 §8.5). */
    keep: ({ hostname }: URL, headers: Headers): void => {
      for (const text of headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
        const path = attributeOf(text, 'Path') ?? '/';
        kept = kept.filter((one) => one.name !== name || one.path !== path || one.host !== hostname);
        const isOver = Date.parse(attributeOf(text, 'Expires') ?? '2099-01-01') < Date.now();
        if (!isOver) kept = [...kept, { name, value, host: hostname, path }];
      }
    },
    list: (): readonly string[] => kept.map(({ name, path }) => `${name} ${path}`),
  };
};

export const createConsoleBrowser = (): ConsoleBrowser => {
  const jar = createCookieJar();
  const bodies: { readonly url: string; readonly text: string }[] = [];

  const ask = async (url: string, { method = 'GET', headers = {}, body }: Sent): Promise<BrowserAnswer> => {
    const response = await fetch(url, {
      method,
      headers: { ...headers, cookie: jar.headerFor(new URL(url)) },
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    jar.keep(new URL(url), response.headers);
    const text = await response.text();
    bodies.push({ url, text });
    return { url, status: response.status, headers: response.headers, text };
  };

  return {
    open: async (url, sent = {}) => {
      let answer = await ask(url, sent);
      for (let redirects = 0; redirects < MAX_REDIRECTS; redirects++) {
        const location = answer.headers.get('location');
        if (location === null) break;
        answer = await ask(new URL(location, answer.url).href, {});
      }
      return answer;
    },
    fetchFrom: async (page, url, sent = {}) => {
      const { origin } = new URL(page);
      const site = new URL(url).origin === origin ? 'same-origin' : 'same-site';
      return ask(url, { ...sent, headers: { origin, 'sec-fetch-site': site, ...sent.headers } });
    },
    cookies: jar.list,
    bodiesOf: (baseUrl) =>
      bodies
        .filter(({ url }) => url.startsWith(baseUrl))
        .map(({ text }) => text)
        .join('\n'),
  };
};
