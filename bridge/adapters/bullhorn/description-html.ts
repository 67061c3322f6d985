/** Writes a plain text as the HTML that Bullhorn keeps in a description. */
import { htmlSafeText, plainTextFromHtml } from '../../../src/contract/plain-text';
import type { BullhornSettings } from './settings';

const htmlOf = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r\n?|\n/g, '<br>');

export const descriptionOf = (text: string, format: BullhornSettings['descriptionFormat']): string =>
  format === 'html' ? htmlOf(text) : htmlSafeText(text);

/** The text as it will be read back. */
export const readBackText = (text: string, format: BullhornSettings['descriptionFormat']): string =>
  plainTextFromHtml(descriptionOf(text, format));
