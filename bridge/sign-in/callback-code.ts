/** The authorization code in a CRM's redirect, or why there is none (RFC 6749 §4.1.2). */
import { AppointmentError } from '../../src/contract/failure';

/** @throws AppointmentError unauthenticated when the user said no, or the CRM gave no code */
export const codeOf = (callback: URLSearchParams, vendor: string): string => {
  const code = callback.get('code') ?? '';
  const error = callback.get('error');
  if (code !== '' && error === null) return code;
  throw new AppointmentError(
    'unauthenticated',
    error === 'access_denied'
      ? `Access to ${vendor} was not allowed. Connect to ${vendor} again and allow it.`
      : `${vendor} did not complete the sign-in. Connect to ${vendor} again.`,
  );
};
