/** An answer of a vendor, before anything is believed about its body. */
import type { z } from 'zod';
import type { AppointmentError } from '../../src/contract/failure';

export interface VendorReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON value; the text itself where it is not JSON; an empty text where there is none. */
  readonly data: unknown;
}

/**
 * The body as its schema reads it.
 * @throws what `failure` makes, when the body is something else: HTML, cut off, empty, an error in a 200
 */
export const readReply = <Schema extends z.ZodType>(
  reply: VendorReply,
  schema: Schema,
  failure: (reply: VendorReply) => AppointmentError,
): z.output<Schema> => {
  const read = schema.safeParse(reply.data);
  if (!read.success) throw failure(reply);
  return read.data;
};
