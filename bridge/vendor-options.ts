/** Where the calls of each CRM go and as what the bridge signs people in: in the sandbox to the local CRMs, whatever else is set. */
import type { BridgeConfig } from './config';
import type { ConnectorsOptions } from './connectors/create-connectors';
import type { SandboxReady } from './sandbox-process';
import type { SignInOptions } from './sign-in/create-sign-in-providers';

export const connectorOptionsOf = (
  { netsuite, bullhorn, clio }: BridgeConfig,
  sandbox?: SandboxReady,
): Omit<ConnectorsOptions, 'log'> => ({
  netsuite: {
    ...netsuite,
    restletBaseUrl: sandbox?.netsuite.baseUrl ?? netsuite.restletBaseUrl,
    restBaseUrl: sandbox?.netsuite.baseUrl ?? netsuite.restBaseUrl,
  },
  bullhorn: {
    bullhornRestBaseUrl: sandbox?.bullhorn.baseUrl ?? bullhorn.restBaseUrl,
    settings: bullhorn.settings,
  },
  clio: {
    clioBaseUrl: sandbox?.clio.baseUrl ?? clio.baseUrl,
    assumptions: clio.assumptions,
    sendEmailNotification: clio.sendEmailNotification,
  },
});

const sandboxSignInOptions = ({ netsuite, bullhorn, clio }: SandboxReady): SignInOptions => ({
  netsuite: netsuite.oauth
    ? { ...netsuite.oauth, restBaseUrl: netsuite.baseUrl, restletBaseUrl: netsuite.baseUrl }
    : undefined,
  bullhorn: bullhorn.oauth
    ? { ...bullhorn.oauth, loginInfoUrl: bullhorn.loginInfoUrl, restBaseUrl: bullhorn.baseUrl }
    : undefined,
  clio: clio.oauth ? { apps: { us: clio.oauth }, baseUrl: clio.baseUrl } : undefined,
});

export const signInOptionsOf = (config: BridgeConfig, sandbox?: SandboxReady): SignInOptions => {
  if (sandbox) return sandboxSignInOptions(sandbox);
  const { netsuite, bullhorn, clio, signIn } = config;
  const { apps } = signIn;
  const { restBaseUrl, restletBaseUrl } = netsuite;
  return {
    netsuite: apps.netsuite && { ...apps.netsuite, restBaseUrl, restletBaseUrl },
    bullhorn: apps.bullhorn && {
      ...apps.bullhorn,
      loginInfoUrl: bullhorn.loginInfoUrl,
      restBaseUrl: bullhorn.restBaseUrl,
    },
    clio: Object.values(apps.clio).some((app) => app !== undefined)
      ? { apps: apps.clio, baseUrl: clio.baseUrl }
      : undefined,
  };
};
