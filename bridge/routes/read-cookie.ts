/** Reads one cookie of a request (RFC 6265 §4.2). */
import type { Request } from 'express';

/** The value as it was set, where it is plain ASCII; empty where the browser has none. */
export const readCookie = (request: Pick<Request, 'get'>, name: string): string => {
  const begin = `${name}=`;
  const cookies = (request.get('cookie') ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(begin))?.slice(begin.length) ?? '';
};
