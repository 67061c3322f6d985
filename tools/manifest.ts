/** `npm run manifest`: prints the App Connect manifest of the bridge that the environment describes. */
import { bridgeVersion } from '../bridge/bridge-version';
import { ConfigError, readConfig } from '../bridge/config';
import { regions } from '../bridge/sign-in/clio/region';
import { appConnectManifest } from './app-connect-manifest';

const tell = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
};

const printManifest = (): void => {
  const { port, signIn } = readConfig(process.env);
  const { publicUrl, redirectUris, apps } = signIn;
  if (publicUrl === undefined) {
    tell(
      'BRIDGE_PUBLIC_URL is not set: the manifest names this computer. App Connect wants an https address.',
    );
  }
  if (apps.bullhorn === undefined) {
    tell(
      'BULLHORN_CLIENT_ID is not set: put the id that Bullhorn gave you into the manifest before you use it.',
    );
  }
  const clioRegions = regions.filter((region) => apps.clio[region] !== undefined);
  const manifest = appConnectManifest({
    serverUrl: publicUrl ?? `http://127.0.0.1:${port}`,
    redirectUri: redirectUris[0] ?? '',
    version: bridgeVersion,
    bullhornClientId: apps.bullhorn?.clientId ?? 'BULLHORN_CLIENT_ID',
    clioRegions: clioRegions.length > 0 ? clioRegions : regions,
  });
  process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
};

try {
  printManifest();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  tell(error.message);
  process.exitCode = 1;
}
