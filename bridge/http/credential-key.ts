/** Stands for a credential where the credential itself must not be kept. */
import { hash } from 'node:crypto';
import type { VendorRequest } from './vendor-request';

/** The one that the request carries: as NetSuite and Clio take it, or as Bullhorn does; a text for none, too. */
export const credentialKeyOf = ({ headers = {} }: Pick<VendorRequest, 'headers'>): string => {
  const credential = headers['Authorization'] ?? headers['BhRestToken'] ?? '';
  return hash('sha256', credential, 'base64url');
};
