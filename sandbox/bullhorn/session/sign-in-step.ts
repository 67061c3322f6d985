/** One step of signing in at /oauth/authorize: the next page to show, or what the user has decided. */
import type { HtmlPage } from '../../core/html-page';
import type { BullhornState, BullhornUser, OAuthClient } from '../bullhorn-state';
import type { BullhornSwitches } from '../switches';
import { loginPage, termsPage } from './authorize-pages';
import type { TermsOfService } from './terms-of-service';

export type SignInStep =
  | { readonly kind: 'page'; readonly page: HtmlPage }
  | { readonly kind: 'denied' }
  | { readonly kind: 'signed-in'; readonly userId: number };

interface SignInContext {
  readonly state: BullhornState;
  readonly terms: TermsOfService;
  readonly switches: () => BullhornSwitches;
}

type Read = (name: string) => string;

/** @param read gives a parameter of the request, empty when it is not there. */
export function signInStep(read: Read, client: OAuthClient, context: SignInContext): SignInStep {
  const { state, terms } = context;
  const users = [...state.users.values()];
  const askAgain = (error?: string): SignInStep => {
    const asked = { clientId: client.clientId, users, username: read('username') };
    return { kind: 'page', page: loginPage(error === undefined ? asked : { ...asked, error }) };
  };
  // The sandbox's own way to sign in without a password, for programs that have no browser.
  if (read('approve') !== '') {
    const approving = state.users.get(Number(read('approve')));
    return approving === undefined
      ? askAgain('Invalid credentials.')
      : { kind: 'signed-in', userId: approving.id };
  }
  switch (read('action')) {
    case 'Login': {
      const user = users.find(({ username }) => username === read('username'));
      if (user === undefined || user.password !== read('password')) return askAgain('Invalid credentials.');
      return afterPassword(user, context);
    }
    case 'Agree': {
      const userId = terms.accept(read('ticket'));
      return userId === undefined ? askAgain() : { kind: 'signed-in', userId };
    }
    case 'Deny':
      return { kind: 'denied' };
    default:
      return askAgain();
  }
}

function afterPassword(user: BullhornUser, { terms, switches }: SignInContext): SignInStep {
  const isAsked = switches().termsOfService === 'first-login' && !terms.isAcceptedBy(user.id);
  return isAsked
    ? { kind: 'page', page: termsPage(terms.issueTicket(user.id)) }
    : { kind: 'signed-in', userId: user.id };
}
