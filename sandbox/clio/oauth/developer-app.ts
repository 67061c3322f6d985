/** The app as it is registered with Clio, for one region (docs.developers.clio.com, Developer Applications). */
export interface DeveloperApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Addresses of this computer are accepted beside them. */
  readonly redirectUris: readonly string[];
}
