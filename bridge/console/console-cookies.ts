/** The cookies in which the console's browser keeps its sign-ins, one a CRM: the client token, which no script can read. */
import type { Request, Response } from 'express';
import type { Platform } from '../../src/contract/operations';
import { readCookie } from '../routes/read-cookie';
import { CLIENT_TOKEN_LIFETIME_MS } from '../sessions/client-token';

export interface ConsoleCookies {
  /** The client token; empty where nobody signed in. */
  read(request: Request, platform: Platform): string;
  set(response: Response, platform: Platform, clientToken: string): void;
  clear(response: Response, platform: Platform): void;
}

const nameOf = (platform: Platform): string => `console_${platform}`;

/** @param options.publicUrl address of the bridge as browsers see it */
export const createConsoleCookies = (options: { readonly publicUrl: () => string }): ConsoleCookies => {
  /** Strict: only the page's own requests need them, never the CRM's redirect. */
  const attributes = () => {
    const secure = new URL(options.publicUrl()).protocol === 'https:';
    return { httpOnly: true, sameSite: 'strict', path: '/', secure } as const;
  };
  return {
    read: (request, platform) => readCookie(request, nameOf(platform)),
    set: (response, platform, clientToken) => {
      response.cookie(nameOf(platform), clientToken, { ...attributes(), maxAge: CLIENT_TOKEN_LIFETIME_MS });
    },
    clear: (response, platform) => {
      response.clearCookie(nameOf(platform), attributes());
    },
  };
};
