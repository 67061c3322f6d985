/** The bridge's own secrets as the settings give them; live, those that somebody could guess are refused. */
import { randomBytes } from 'node:crypto';
import type { BridgeConfig } from './config';
import type { SettingReader } from './setting-reader';
import { clientIdSettings } from './sign-in-settings';
import { weaknessOf } from './weak-secret';

const RANDOM_SECRET_BYTES = 32;

export type SecretSettings = Pick<BridgeConfig, 'secret' | 'previousSecret' | 'apiKey'>;

/** What is of no use without a secret to sign and encrypt with: somebody who set it wants people to sign in. */
const NEEDS_SECRET = [...clientIdSettings, 'BRIDGE_SECRET_PREVIOUS'];

const requireSecret = ({ isSet, problems }: SettingReader): void => {
  if (isSet('BRIDGE_SECRET')) return;
  const needy = NEEDS_SECRET.find(isSet);
  if (needy !== undefined) problems.push(`BRIDGE_SECRET must be set, because ${needy} is.`);
};

const requireStrong = ({ text, problems }: SettingReader): void => {
  for (const name of ['BRIDGE_SECRET', 'BRIDGE_SECRET_PREVIOUS', 'BRIDGE_API_KEY']) {
    const given = text(name);
    const weakness = given === undefined ? undefined : weaknessOf(given);
    if (weakness !== undefined) problems.push(`${name} ${weakness}. Make one with: openssl rand -hex 32`);
  }
  const apiKey = text('BRIDGE_API_KEY');
  // Also the one before: what it signed still counts.
  for (const name of ['BRIDGE_SECRET', 'BRIDGE_SECRET_PREVIOUS']) {
    if (apiKey !== undefined && apiKey === text(name))
      problems.push(`BRIDGE_API_KEY must differ from ${name}: who has it could sign in as anybody.`);
  }
};

/** In the sandbox any secret will do, and without one there is one for this start alone. */
export const readSecretSettings = (reader: SettingReader, mode: BridgeConfig['mode']): SecretSettings => {
  const { text } = reader;
  if (mode === 'live') {
    requireSecret(reader);
    requireStrong(reader);
  }
  const random = mode === 'sandbox' ? randomBytes(RANDOM_SECRET_BYTES).toString('hex') : undefined;
  return {
    secret: text('BRIDGE_SECRET') ?? random,
    previousSecret: text('BRIDGE_SECRET_PREVIOUS'),
    apiKey: text('BRIDGE_API_KEY'),
  };
};
