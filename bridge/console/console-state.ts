/** What the console's page is told when it opens: which CRMs there are, what they can do, and who is signed in. */
import type { Request, Response } from 'express';
import { platforms, type Platform } from '../../src/contract/operations';
import type { Connector } from '../connectors/connector';
import type { Connectors } from '../connectors/create-connectors';
import type { Session } from '../sessions/session-store';
import type { SessionServices } from '../sessions/session-services';
import { vendorNames } from '../vendor-names';
import type { ConsoleCookies } from './console-cookies';

export interface ConsoleStateOptions extends Pick<SessionServices, 'authenticate' | 'canConnect'> {
  /** `sandbox`: the CRMs are local ones, and nobody's real calendar is shown. */
  readonly mode: 'sandbox' | 'live';
  readonly connectors: Connectors;
  readonly cookies: ConsoleCookies;
}

const capabilitiesOf = ({ capabilities }: Connector) => {
  const { confirm, cancel, statuses, attendeeKinds, location, crossesMidnight } = capabilities;
  return { confirm, cancel, statuses, attendeeKinds, location, crossesMidnight };
};

/** Undefined members are left out of the answer. */
const userOf = ({ userName, timeZone, hostname }: Session) => ({
  name: userName || undefined,
  timeZone,
  hostname: hostname || undefined,
});

export const createConsoleState = (options: ConsoleStateOptions) => {
  const { mode, connectors, cookies, authenticate, canConnect } = options;

  const readSession = async (
    platform: Platform,
    request: Request,
    response: Response,
  ): Promise<Session | undefined> => {
    const clientToken = cookies.read(request, platform);
    if (clientToken === '') return undefined;
    const client = await authenticate(clientToken);
    if (client?.session.platform !== platform) {
      cookies.clear(response, platform);
      return undefined;
    }
    if (client.renewedToken !== undefined) cookies.set(response, platform, client.renewedToken);
    return client.session;
  };

  const describe = async (platform: Platform, request: Request, response: Response) => {
    const connector = connectors[platform];
    if (!connector) return [];
    const session = await readSession(platform, request, response);
    return [
      {
        platform,
        name: vendorNames[platform],
        canConnect: canConnect(platform),
        connected: session !== undefined,
        user: session && userOf(session),
        capabilities: capabilitiesOf(connector),
      },
    ];
  };

  return async (request: Request, response: Response): Promise<void> => {
    const described = await Promise.all(platforms.map((platform) => describe(platform, request, response)));
    response.json({ mode, platforms: described.flat() });
  };
};
