/** Makes the values that a transcript holds again, inside the script engine. */
import { identifyBy, type Identify, type Written } from './transcript-codec';

export interface TranscriptReader {
  /** An object that was read before comes back as the same one. */
  read(written: Written): unknown;
  /** Knows the objects that have been read. */
  readonly identify: Identify;
  /** The name of a function that has been read. */
  nameOf(functionId: number): string;
}

/** @param play answers a call of a function that was read */
export const createTranscriptReader = (
  play: (functionId: number, args: readonly unknown[]) => unknown,
): TranscriptReader => {
  const objects = new Map<number, object>();
  const ids = new Map<object, number>();

  const keep = <T extends object>(id: number | null, value: T): T => {
    if (id === null) return value;
    objects.set(id, value);
    ids.set(value, id);
    return value;
  };

  const readFunction = (id: number, name: string): object => {
    const known = objects.get(id);
    if (known !== undefined) return known;
    const stand = (...args: readonly unknown[]): unknown => play(id, args);
    return keep(id, Object.defineProperty(stand, 'name', { value: name }));
  };

  const readError = (name: string, message: string): Error =>
    Object.defineProperty(new Error(message), 'name', { value: name });

  const read = (written: Written): unknown => {
    if (typeof written !== 'object' || written === null) return written;
    switch (written.kind) {
      case 'undefined':
        return undefined;
      case 'date':
        return new Date(written.epochMs);
      case 'known':
        return objects.get(written.id);
      case 'function':
        return readFunction(written.id, written.name);
      case 'error':
        return keep(written.id, readError(written.name, written.message));
      case 'array': {
        const items = keep<unknown[]>(written.id, []);
        for (const item of written.items) items.push(read(item));
        return items;
      }
      case 'object': {
        const target = keep(written.id, {});
        for (const [name, member] of Object.entries(written.members)) Reflect.set(target, name, read(member));
        return target;
      }
    }
  };

  return {
    read,
    identify: identifyBy(ids),
    nameOf(functionId) {
      const known = objects.get(functionId);
      return typeof known === 'function' ? known.name : `function ${functionId}`;
    },
  };
};
