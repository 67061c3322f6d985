/** Which redirect URIs an app is registered with, and how its user is sent back to one. */
import type { Response } from 'express';

/** The page of App Connect that receives the answer; the apps of the sandboxes are registered with it. */
export const appConnectRedirectUri = 'https://ringcentral.github.io/ringcentral-embeddable/redirect.html';

const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];

/** Addresses of this computer, with any port, stand for the one that a developer registered (RFC 8252 §7.3). */
export function isRegisteredRedirectUri(registered: readonly string[], redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false;
  if (registered.includes(redirectUri)) return true;
  const { protocol, hostname } = new URL(redirectUri);
  return ['http:', 'https:'].includes(protocol) && loopbackHosts.includes(hostname);
}

/** @param parameters an empty one is left out, e.g. the `state` of a request that had none. */
export function redirectBack(
  response: Response,
  redirectUri: string,
  parameters: Readonly<Record<string, string>>,
): void {
  const target = new URL(redirectUri);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== '') target.searchParams.set(name, value);
  }
  response.redirect(302, target.href);
}
