/**
 * Whom a NetSuite access token belongs to. The redirect says so too (`entity`), but it comes through the browser, where
 * its user could write somebody else's id; the token comes from NetSuite itself.
 */
import { decodeJwt, errors } from 'jose';
import { AppointmentError } from '../../../src/contract/failure';

/** "The role and entity of the user, separated by a semicolon" (section_158255317571); the first administrator is -5. */
const SUBJECT = /^-?\d+;(-?\d+)$/;

const subjectOf = (accessToken: string): string => {
  try {
    return decodeJwt(accessToken).sub ?? '';
  } catch (error) {
    if (error instanceof errors.JOSEError) return '';
    throw error;
  }
};

/**
 * Internal id of the employee. The signature is not checked: the token came over TLS from the token endpoint.
 * @throws AppointmentError upstream_invalid for a token that does not say it
 */
export const entityOfToken = (accessToken: string): string => {
  const entity = SUBJECT.exec(subjectOf(accessToken))?.[1];
  if (entity !== undefined) return entity;
  throw new AppointmentError(
    'upstream_invalid',
    'NetSuite did not say who signed in. If it persists, tell your administrator.',
  );
};
