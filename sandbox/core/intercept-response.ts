/** Holds back what a handler writes, so that a fault can decide what becomes of it. */
import type { Response } from 'express';

function toBuffer(chunk: unknown, encoding: unknown): Buffer {
  if (typeof chunk === 'string') {
    return Buffer.from(
      chunk,
      typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8',
    );
  }
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0);
}

/**
 * From now on `write` and `end` of this response only collect. When the handler ends it, `deliver` gets the whole
 * body and a function that sends a body in its place; not calling that function leaves the client waiting.
 */
export function interceptResponse(
  response: Response,
  deliver: (body: Buffer, send: (body: Buffer) => void) => void,
): void {
  const chunks: Buffer[] = [];
  const end = response.end.bind(response);
  const send = (body: Buffer): void => {
    if (response.hasHeader('content-length')) response.setHeader('content-length', body.length);
    end(body);
  };
  response.write = (chunk: unknown, encoding?: unknown) => {
    chunks.push(toBuffer(chunk, encoding));
    return true;
  };
  response.end = (chunk?: unknown, encoding?: unknown) => {
    chunks.push(toBuffer(chunk, encoding));
    deliver(Buffer.concat(chunks), send);
    return response;
  };
}
