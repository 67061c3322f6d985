/** The cookie that ties a sign-in to the browser that began it; one for each sign-in, so that two tabs can. */
import type { Request, Response } from 'express';
import { readCookie } from './read-cookie';

export interface BrowserKeyCookie {
  set(response: Response, state: string, browserKey: string): void;
  /** Empty where the browser has none. */
  read(request: Request, state: string): string;
  clear(response: Response, state: string): void;
}

export interface BrowserKeyCookieOptions {
  readonly lifetimeMs: number;
  /** Address of the bridge as browsers see it. */
  readonly publicUrl: () => string;
  /** Where the browser is to bring it, under `publicUrl`. */
  readonly folder: '/oauth' | '/console';
}

/** Of the state, the part that stands in a cookie's name says nothing that the address does not. */
const nameOf = (state: string): string => `bridge-sign-in-${state.replace(/[^\w-]/g, '').slice(0, 8)}`;

export const createBrowserKeyCookie = (options: BrowserKeyCookieOptions): BrowserKeyCookie => {
  const { lifetimeMs, publicUrl, folder } = options;
  /** Lax: the CRM's redirect is a navigation from another site, and has to bring the cookie. */
  const attributes = () => {
    const { protocol, pathname } = new URL(publicUrl());
    const path = `${pathname.replace(/\/$/, '')}${folder}`;
    return { httpOnly: true, sameSite: 'lax', path, secure: protocol === 'https:' } as const;
  };
  return {
    set: (response, state, browserKey) => {
      response.cookie(nameOf(state), browserKey, { ...attributes(), maxAge: lifetimeMs });
    },
    read: (request, state) => readCookie(request, nameOf(state)),
    clear: (response, state) => {
      response.clearCookie(nameOf(state), attributes());
    },
  };
};
