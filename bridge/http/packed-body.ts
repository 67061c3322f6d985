/** Unpacks the body of an answer (RFC 9110 §8.4.1), to no more than is agreed. */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';

type Unpack = (packed: Buffer, limit: { readonly maxOutputLength: number }) => Promise<Buffer>;

const unpackers: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
]);

/** What a vendor may pack an answer with. */
export const ACCEPTED_CODINGS = 'gzip, deflate, br';

/**
 * Done by other threads. A body in a coding that was not asked for is given as it is.
 * @throws Error of zlib: `ERR_BUFFER_TOO_LARGE` for what would be over `maxBytes`, `Z_…` for what is no such coding
 */
export const unpackedBody = async (
  body: Buffer,
  options: { readonly coding: string; readonly maxBytes: number },
): Promise<Buffer> => {
  const unpack = unpackers.get(options.coding.trim().toLowerCase());
  return unpack && body.length > 0 ? unpack(body, { maxOutputLength: options.maxBytes }) : body;
};
