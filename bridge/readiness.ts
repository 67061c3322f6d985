/** Can the bridge do its work: named checks, run one beside the other, none for long. */

const LIMIT_MS = 2_000;

/** What the bridge needs beside itself. A check rejects, with whatever error, when it is not to be had. */
export interface Readiness {
  readonly checks: Readonly<Record<string, () => Promise<void>>>;
}

export interface ReadinessReport {
  readonly ok: boolean;
  readonly checks: Readonly<Record<string, 'ok' | 'failed'>>;
}

/** A check that does not come back is one that failed. */
const withinLimit = async (check: () => Promise<void>, limitMs: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
  });
  try {
    await Promise.race([check(), limit]);
  } finally {
    clearTimeout(timer);
  }
};

export const reportReadiness = async (
  { checks }: Readiness,
  limitMs: number = LIMIT_MS,
): Promise<ReadinessReport> => {
  const names = Object.keys(checks);
  const results = await Promise.allSettled(
    Object.values(checks).map(async (check) => withinLimit(check, limitMs)),
  );
  const states = results.map(({ status }) => (status === 'fulfilled' ? 'ok' : 'failed'));
  return {
    ok: states.every((state) => state === 'ok'),
    checks: Object.fromEntries(names.map((name, index) => [name, states[index] ?? 'failed'])),
  };
};
