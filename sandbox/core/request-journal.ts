/** Remembers what was asked of an emulator, so that a test can count calls and look at them. */
import type { Request, RequestHandler, Response } from 'express';

/** One request. Values of the query, headers and bodies are not part of it: they may be personal or secret. */
export interface JournalEntry {
  readonly number: number;
  readonly atMs: number;
  readonly method: string;
  readonly path: string;
  readonly queryKeys: readonly string[];
  /** `null` when the connection ended before there was an answer. */
  readonly status: number | null;
  readonly durationMs: number;
  /** What the emulator noted: the fault shown, governance units used, … */
  readonly notes: Readonly<Record<string, string | number>>;
}

export interface RequestJournal {
  readonly middleware: RequestHandler;
  /** Adds to the notes of the request that this response answers. */
  note(response: Response, notes: Readonly<Record<string, string | number>>): void;
  /** Oldest first; the oldest are dropped beyond the limit, and requests that still run are not in it. */
  entries(): readonly JournalEntry[];
  /** Requests by `METHOD path`, also those that entries() has dropped. */
  counts(): Readonly<Record<string, number>>;
  /**
   * The body of a request as it was parsed; for tests in this process, never sent anywhere. `undefined` for the
   * paths whose bodies are secret.
   */
  bodyOf(number: number): unknown;
  clear(): void;
}

export function createRequestJournal(options: {
  readonly clock: { nowMs(): number };
  /** How many entries are kept. */
  readonly limit?: number;
  /** Paths whose bodies hold passwords, codes or tokens, and are not kept. */
  readonly secretPaths?: RegExp;
}): RequestJournal {
  const limit = options.limit ?? 2000;
  let kept: { readonly entry: JournalEntry; readonly body: unknown }[] = [];
  const counts = new Map<string, number>();
  const notesOf = new WeakMap<Response, Record<string, string | number>>();
  let lastNumber = 0;

  function record(request: Request, response: Response, atMs: number, startedMs: number): void {
    const [path = '', query = ''] = request.originalUrl.split('?', 2);
    const entry: JournalEntry = {
      number: (lastNumber += 1),
      atMs,
      method: request.method,
      path,
      queryKeys: [...new URLSearchParams(query).keys()],
      status: response.writableFinished ? response.statusCode : null,
      durationMs: Math.round(performance.now() - startedMs),
      notes: notesOf.get(response) ?? {},
    };
    kept.push({ entry, body: options.secretPaths?.test(path) === true ? undefined : request.body });
    if (kept.length > limit) kept.shift();
    const key = `${entry.method} ${path}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }

  return {
    middleware(request, response, next) {
      const atMs = options.clock.nowMs();
      const startedMs = performance.now();
      response.once('close', () => record(request, response, atMs, startedMs));
      next();
    },
    note: (response, notes) => void notesOf.set(response, { ...notesOf.get(response), ...notes }),
    entries: () => kept.map(({ entry }) => entry),
    counts: () => Object.fromEntries(counts),
    bodyOf: (number) => kept.find(({ entry }) => entry.number === number)?.body,
    clear() {
      kept = [];
      counts.clear();
    },
  };
}
