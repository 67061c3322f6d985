/** How a value can be written into an address: properly, once too often, or hardly at all. */
import { fc } from '../fast-check';

const percent = (bytes: Buffer): string =>
  [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

/** As `encodeURIComponent`, also for texts that are no Unicode. */
export const encodedOnce = (text: string): string =>
  text.replace(/[^\w.~-]+/g, (part) => percent(Buffer.from(part, 'utf8')));

const encodedTwice = (text: string): string => encodedOnce(encodedOnce(text));
const encodedWholly = (text: string): string => percent(Buffer.from(text, 'utf8'));
/** Only what could not be sent. */
const hardlyEncoded = (text: string): string =>
  text.replace(/[^\x21-\x7e]+/g, (part) => percent(Buffer.from(part, 'utf8')));

/** Mostly properly: only so does a hostile value reach the code behind the router. */
export const writtenForms: fc.Arbitrary<(text: string) => string> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(encodedOnce) },
  { weight: 1, arbitrary: fc.constantFrom(encodedTwice, encodedWholly, hardlyEncoded) },
);
