/** Paths of vendor APIs: whatever is put into one stays within its segment. */
import { AppointmentError } from '../../src/contract/failure';

const segmentOf = (value: string): string => {
  if (value === '' || value === '.' || value === '..') {
    throw new AppointmentError('invalid_request', `"${value}" cannot be part of an address. Check the id.`);
  }
  return encodeURIComponent(value);
};

/**
 * Template tag: `` pathOf`/record/v1/calendarEvent/${id}` ``. A slash, a question mark or a hash in a value is encoded.
 * @throws AppointmentError invalid_request for a value that would climb out of its segment
 */
export const pathOf = (parts: TemplateStringsArray, ...values: readonly string[]): string =>
  parts.map((part, index) => part + (index < values.length ? segmentOf(values[index] ?? '') : '')).join('');
