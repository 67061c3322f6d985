/**
 * Keeps the end of a long description: N/search shows the first 4,000 bytes of a text (section_4345767112), and whoever
 * edits what is shown would write that alone.
 */
import { AppointmentError } from '../../../src/contract/failure';
import { htmlSafeText, plainTextFromHtml } from '../../../src/contract/plain-text';
import type { CalendarContext } from '../calendar-adapter';
import type { NetSuiteClient } from './client';
import type { EventChanges } from './event-changes';
import { contentOfRow, type EventContent } from './mapper';
import type { EventRow } from './schema';

const SEARCHED_BYTES = 4000;
/**
 * Of a text that was cut, as we get it: the RESTlet has made plain text of what the search gave, and its tags, entities
 * and line ends are gone. Only a text of nine parts markup and more would leave less.
 */
const LEAST_SHOWN_BYTES = 400;

/** As the RESTlet and the mapper make it of what the search gives. */
const plainTextOf = (message: string): string => plainTextFromHtml(htmlSafeText(plainTextFromHtml(message)));

/** The search and the record may break lines in different ways. */
const lettersOf = (text: string): string => text.replace(/\s+/g, '');

/** At most, however NetSuite ends lines. */
const bytesOf = (message: string): number => Buffer.byteLength(message.replace(/\r?\n/g, '\r\n'));

/** Is the message longer than a search shows, and is what was shown not all that there is to read in it? */
const hasMore = (message: string, shown: string): boolean =>
  bytesOf(message) > SEARCHED_BYTES && lettersOf(plainTextOf(message)) !== lettersOf(shown);

/**
 * What is to be changed of an event whose description may be longer than shown: one more call where the change is to a
 * long description. A caller who gives back the whole of it changes nothing.
 * @param changesFrom what there is to change of the event, given its content
 * @throws AppointmentError unsupported where a description would be replaced of which only a part was shown
 */
export const changesWithoutLoss = async (
  client: Pick<NetSuiteClient, 'wholeMessage'>,
  context: CalendarContext,
  {
    row,
    changesFrom,
  }: { readonly row: EventRow; readonly changesFrom: (event: EventContent) => EventChanges },
): Promise<EventChanges> => {
  const shown = contentOfRow(row);
  const changes = changesFrom(shown);
  if (changes.body.message === undefined || Buffer.byteLength(row.message) < LEAST_SHOWN_BYTES)
    return changes;
  const message = await client.wholeMessage(context, row.id);
  if (!hasMore(message, shown.description)) return changes;
  const changesOfWhole = changesFrom({ ...shown, description: plainTextOf(message) });
  if (changesOfWhole.body.message === undefined) return changesOfWhole;
  throw new AppointmentError(
    'unsupported',
    'The description of this event is longer than can be shown and edited here, and the rest of it would be lost. Nothing was changed; edit the description in NetSuite.',
  );
};
