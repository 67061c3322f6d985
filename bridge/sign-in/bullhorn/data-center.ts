/** Which of Bullhorn's data centres a user belongs to, and what to do at the wrong one (rest-api-docs, URLs). */
import { z } from 'zod';
import { createVendorClient, type VendorClient, type VendorRequest } from '../../http/vendor-client';
import type { ExplainReply } from '../../http/vendor-failure';
import type { VendorReply } from '../../http/vendor-reply';
import type { ProviderOptions } from '../app-credentials';
import { ownUrlOf, type ReplacedBaseUrls } from './own-url';

const LOGIN_INFO_URL = 'https://rest.bullhornstaffing.com/rest-services/loginInfo';
const GENERAL_HOST = 'app.bullhornstaffing.com';
const WRONG_DATA_CENTER = 307;

export interface DataCenter {
  readonly oauthUrl: string;
  readonly restUrl: string;
  /** Host of the users' pages. */
  readonly atsHost: string;
}

export interface DataCenterOptions extends ReplacedBaseUrls, ProviderOptions {}

const loginInfoSchema = z.object({
  oauthUrl: z.string(),
  restUrl: z.string(),
  atsUrl: z.string().nullish().catch(null),
});

const explainLoginInfo: ExplainReply = ({ status }) =>
  status === 400 || status === 404
    ? {
        code: 'invalid_request',
        message: 'Bullhorn does not know this user name. Correct it and connect to Bullhorn again.',
      }
    : undefined;

/** Without a user name: the general hosts, which redirect to the right ones. */
const generalDataCenter = ({ restBaseUrl, loginInfoUrl }: ReplacedBaseUrls): DataCenter => {
  const replaced = restBaseUrl ?? (loginInfoUrl === undefined ? undefined : new URL(loginInfoUrl).origin);
  return {
    oauthUrl: `${replaced ?? 'https://auth.bullhornstaffing.com'}/oauth`,
    restUrl: `${replaced ?? 'https://rest.bullhornstaffing.com'}/rest-services`,
    atsHost: GENERAL_HOST,
  };
};

/** For links only, so that nothing replaces it. */
const atsHostOf = (atsUrl: string | null | undefined): string =>
  atsUrl && URL.canParse(atsUrl) ? new URL(atsUrl).host : GENERAL_HOST;

/**
 * Asks `loginInfo`, which is public and takes no secret.
 * @throws AppointmentError invalid_request for an unknown user name, upstream_unavailable, upstream_invalid
 */
export const createDataCenterFinder = (options: DataCenterOptions) => {
  const client = createVendorClient({ ...options, vendor: 'Bullhorn', explain: explainLoginInfo });
  const baseUrl = options.loginInfoUrl ?? ownUrlOf(LOGIN_INFO_URL, options);
  return async (username: string | undefined): Promise<DataCenter> => {
    if (!username) return generalDataCenter(options);
    const info = await client.sendFor(
      { method: 'GET', baseUrl, path: '', query: { username } },
      loginInfoSchema,
    );
    return {
      oauthUrl: ownUrlOf(info.oauthUrl, options),
      restUrl: ownUrlOf(info.restUrl, options),
      atsHost: atsHostOf(info.atsUrl),
    };
  };
};

/**
 * One exchange at the right data centre: "Your code must be written to handle that 307 redirect". It is followed once.
 * @throws AppointmentError as the client does, and upstream_invalid for a redirect to a host that is not Bullhorn's
 */
export const sendToDataCenter = async (
  client: VendorClient,
  request: VendorRequest,
  replaced: ReplacedBaseUrls,
): Promise<VendorReply> => {
  const reply = await client.send({ ...request, answers: [WRONG_DATA_CENTER] });
  if (reply.status !== WRONG_DATA_CENTER) return reply;
  const location = reply.headers['location'] ?? '';
  const rightUrl =
    location && URL.canParse(location, request.baseUrl) ? new URL(location, request.baseUrl).href : '';
  return client.send({ ...request, baseUrl: ownUrlOf(rightUrl, replaced), path: '' });
};
