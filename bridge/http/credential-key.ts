/** Stands for a credential where the credential itself must not be kept. */
import { createHash } from 'node:crypto';
import type { VendorRequest } from './vendor-request';

/** The one that the request carries: as NetSuite and Clio take it, or as Bullhorn does; a text for none, too. */
export const credentialKeyOf = ({ headers = {} }: Pick<VendorRequest, 'headers'>): string => {
  const credential = headers['Authorization'] ?? headers['BhRestToken'] ?? '';
  return createHash('sha256').update(credential).digest('base64url');
};
