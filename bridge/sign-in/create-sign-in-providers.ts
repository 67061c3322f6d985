/** The sign-in of every CRM for which this bridge has an app. */
import type { Platform } from '../../src/contract/operations';
import type { ProviderOptions } from './app-credentials';
import { createBullhornProvider, type BullhornProviderOptions } from './bullhorn/create-bullhorn-provider';
import { createClioProvider, type ClioProviderOptions } from './clio/create-clio-provider';
import { createNetSuiteProvider, type NetSuiteProviderOptions } from './netsuite/create-netsuite-provider';
import type { SignInProvider } from './sign-in-provider';

/** Undefined for a CRM without an app: nobody can sign in there. */
export interface SignInOptions extends ProviderOptions {
  readonly netsuite?: NetSuiteProviderOptions | undefined;
  readonly bullhorn?: BullhornProviderOptions | undefined;
  readonly clio?: ClioProviderOptions | undefined;
}

export type SignInProviders = { readonly [Name in Platform]?: SignInProvider };

export const createSignInProviders = (options: SignInOptions): SignInProviders => {
  const { netsuite, bullhorn, clio, ...common } = options;
  return {
    ...(netsuite ? { netsuite: createNetSuiteProvider({ ...common, ...netsuite }) } : {}),
    ...(bullhorn ? { bullhorn: createBullhornProvider({ ...common, ...bullhorn }) } : {}),
    ...(clio ? { clio: createClioProvider({ ...common, ...clio }) } : {}),
  };
};
