/** Reads the GET request to the authorization endpoint (section_158081944642; errors: subsect_161252455245). */
import { isCodeChallenge } from '../../core/pkce';
import { isRegisteredRedirectUri } from '../../core/redirect-uri';
import { oauthScopes, type IntegrationRecord, type OAuthScope } from './integration-record';

export interface AuthorizationRequest {
  readonly kind: 'valid';
  readonly integration: IntegrationRecord;
  readonly redirectUri: string;
  readonly scopes: readonly OAuthScope[];
  readonly state: string;
  readonly codeChallenge: string | undefined;
}

/** "The redirect doesn't take place if the client is unknown" or the redirect URI does not match. */
interface Refused {
  readonly kind: 'refused';
  readonly message: string;
}

interface RedirectedError {
  readonly kind: 'error';
  readonly error: 'invalid_request' | 'unsupported_response_type' | 'invalid_scope';
  readonly redirectUri: string;
  readonly state: string;
}

/** Printable ASCII. */
const stateForm = /^[\x20-\x7e]{22,1024}$/;

const isScope = (name: string): name is OAuthScope => oauthScopes.some((scope) => scope === name);

interface ReadRequest {
  readonly responseType: string;
  readonly scope: string;
  readonly state: string;
}

/** The first that is wrong with how the answer is asked for; scopes come after it. */
function formError(
  { responseType, scope, state }: ReadRequest,
  hasChallengeError: boolean,
): RedirectedError['error'] | undefined {
  if (responseType === '' || scope === '' || hasChallengeError || !stateForm.test(state)) {
    return 'invalid_request';
  }
  return responseType === 'code' ? undefined : 'unsupported_response_type';
}

/** `undefined` for a scope that does not exist or is not enabled in the integration record. */
function readScopes(value: string, integration: IntegrationRecord): readonly OAuthScope[] | undefined {
  const names = value.split(/\s+/).filter((name) => name !== '');
  const scopes = names.filter(isScope);
  const isEnabled = scopes.every((scope) => integration.scopes.includes(scope));
  return names.length > 0 && scopes.length === names.length && isEnabled ? scopes : undefined;
}

/** PKCE is optional for a confidential client; the method `plain` is not supported "as of 2020.2". */
function hasValidChallenge(parameters: URLSearchParams, integration: IntegrationRecord): boolean {
  const challenge = parameters.get('code_challenge');
  if (challenge === null) return !integration.publicClient && !parameters.has('code_challenge_method');
  return isCodeChallenge(challenge, parameters.get('code_challenge_method') ?? '');
}

export function readAuthorizationRequest(
  parameters: URLSearchParams,
  integrations: readonly IntegrationRecord[],
): AuthorizationRequest | Refused | RedirectedError {
  const integration = integrations.find(({ clientId }) => clientId === parameters.get('client_id'));
  if (integration === undefined) return { kind: 'refused', message: 'The client is unknown.' };
  const redirectUri = parameters.get('redirect_uri') ?? '';
  if (!isRegisteredRedirectUri(integration.redirectUris, redirectUri)) {
    return { kind: 'refused', message: 'The redirect URI does not match the integration record.' };
  }
  const read = (name: string): string => parameters.get(name) ?? '';
  const state = read('state');
  const failed = (error: RedirectedError['error']): RedirectedError => ({
    kind: 'error',
    error,
    redirectUri,
    state,
  });
  const asked = { responseType: read('response_type'), scope: read('scope'), state };
  const error = formError(asked, !hasValidChallenge(parameters, integration));
  if (error !== undefined) return failed(error);
  const scopes = readScopes(asked.scope, integration);
  if (scopes === undefined) return failed('invalid_scope');
  const codeChallenge = parameters.get('code_challenge') ?? undefined;
  return { kind: 'valid', integration, redirectUri, scopes, state, codeChallenge };
}
