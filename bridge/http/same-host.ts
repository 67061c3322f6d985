/** Is a host that a caller named the one that replaces the vendor's own, in a sandbox or a test? */

/** @param host without a scheme; with its port where it has one */
export const isHostOf = (host: string, baseUrl: string | undefined): boolean =>
  baseUrl !== undefined && URL.canParse(baseUrl) && new URL(baseUrl).host === host.trim().toLowerCase();
