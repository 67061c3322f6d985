/** How the doctor comes by a real account's tokens: from the environment, from a file, or by signing in by hand. */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { BridgeConfig } from '../../bridge/config';
import type { CrmPlace, CrmTokens, CrmUser, SignInProvider } from '../../bridge/sign-in/sign-in-provider';
import type { Environment } from '../../bridge/setting-reader';
import type { Terminal } from './terminal';

/**
 * `NAME`, or the text of the file that `NAME_FILE` names; undefined where neither is set.
 * @throws Error that names the file which cannot be read
 */
export const readSecretText = (env: Environment, name: string): string | undefined => {
  const given = env[name]?.trim();
  if (given) return given;
  const file = env[`${name}_FILE`]?.trim();
  if (!file) return undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new Error(`${name}_FILE names a file that cannot be read.`);
  }
};

/** Of the bridge where it has a public address, else App Connect's own page: both are registered with the CRM. */
export const redirectUriOf = ({ signIn }: BridgeConfig): string =>
  signIn.publicUrl === undefined ? (signIn.redirectUris[0] ?? '') : `${signIn.publicUrl}/oauth/redirect`;

export interface SignInByHandOptions {
  readonly provider: SignInProvider;
  readonly place: CrmPlace;
  /** As the CRM has it for this app; nothing needs to answer there. */
  readonly redirectUri: string;
  readonly terminal: Terminal;
}

const callbackOf = (pasted: string, state: string): URLSearchParams => {
  if (!URL.canParse(pasted)) throw new Error('That is no address. Copy all of what the browser shows.');
  const callback = new URL(pasted).searchParams;
  if (callback.get('state') !== state) {
    throw new Error('That address belongs to another sign-in. Run the doctor again and use its address.');
  }
  return callback;
};

/**
 * Prints the address to sign in at, and takes the one that the browser is sent to.
 * @throws Error or AppointmentError with a message for the person at the terminal
 */
export const signInByHand = async (
  options: SignInByHandOptions,
): Promise<{ readonly tokens: CrmTokens; readonly user: CrmUser }> => {
  const { provider, place, redirectUri, terminal } = options;
  const state = randomBytes(16).toString('hex');
  const codeVerifier = provider.usesPkce ? randomBytes(32).toString('base64url') : undefined;
  const address = await provider.authorizeUrl({
    place,
    redirectUri,
    state,
    codeChallenge: codeVerifier && createHash('sha256').update(codeVerifier).digest('base64url'),
  });
  terminal.say(`Open this address in a browser and sign in:\n\n  ${address}\n`);
  const pasted = await terminal.ask('The address that the browser shows then (the page may be empty): ');
  return provider.exchangeCode({
    place,
    callback: callbackOf(pasted, state),
    redirectUri,
    codeVerifier,
  });
};
