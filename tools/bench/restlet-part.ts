/** The calendar RESTlet in the sandbox's vm: rows a second, and usage units, which NetSuite counts. */
import path from 'node:path';
import { createRestletRunner } from '../../sandbox/netsuite/runtime/restlet-runner';
import { defaultSwitches } from '../../sandbox/netsuite/switches';
import { restlets } from '../../src/contract/restlets';
import { account, american, at, event, lasting, person, user } from '../netsuite-account';
import type { BenchSettings } from './bench-settings';
import { builtScripts } from './built-scripts';
import { median, type Measurement } from './measurement';

const PAGE_SIZE = 1000;
const MOST_UNITS = 60;
const ACCOUNT_SIZES = [1000, 10_000, 50_000];
const MEETING_MINUTES = 30;
const STEP_MS = 40_000;

const people = [
  person('41', 'contact', 'Ada Byron'),
  person('42', 'customer', 'Conor O’Brien'),
  person('43', 'vendor', 'Echo Supplies'),
];
const attendees = people.map(
  ({ internalId }) => ({ personId: internalId, response: 'ACCEPTED', attendance: 'REQUIRED' }) as const,
);

/** All within a month: however many they are, they are listed by the same question. */
const createAccount = (size: number) => {
  const firstMs = at('2026-07-01 08:00');
  return account({
    users: [user('11', american)],
    people,
    events: Array.from({ length: size }, (_, index) =>
      event(String(1000 + index), lasting(firstMs + index * STEP_MS, MEETING_MINUTES), {
        title: `Quarterly review ${index + 1}`,
        message: 'Figures of the last quarter, open offers, delivery times & prices.',
        location: 'Conference room 4',
        attendees,
      }),
    ),
  });
};

const createPageReader = (size: number) => {
  const state = createAccount(size);
  const runner = createRestletRunner({
    state,
    switches: () => defaultSwitches,
    clock: { nowMs: () => at('2026-07-10 09:00') },
  });
  const { scriptId, deploymentId, file } = restlets.calendarEvents;
  const [caller] = state.users.values();
  return () => {
    if (caller === undefined) throw new Error('The account of the bench has no user.');
    const outcome = runner.run({
      method: 'get',
      file: path.join(builtScripts, `${file}.js`),
      input: { startDate: '2026-07-01', endDate: '2026-08-31', page: '0', pageSize: String(PAGE_SIZE) },
      user: caller,
      scriptId,
      deploymentId,
    });
    if (outcome.kind === 'returned') return outcome;
    throw new Error(`The RESTlet gave no page: ${JSON.stringify(outcome)}`);
  };
};

const secondsOf = (act: () => unknown): number => {
  const startedAtMs = performance.now();
  act();
  return (performance.now() - startedAtMs) / 1000;
};

const rowsIn = (value: unknown): number =>
  typeof value === 'object' && value !== null && 'data' in value && Array.isArray(value.data)
    ? value.data.length
    : 0;

/** The rows include the search of the emulator: what NetSuite itself takes, nobody knows. */
const measurePage = (size: number, rounds: number): Measurement => {
  const readPage = createPageReader(size);
  const { value, usage } = readPage();
  const rows = rowsIn(value);
  const runSeconds: number[] = [];
  const stringifySeconds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    runSeconds.push(secondsOf(readPage));
    stringifySeconds.push(secondsOf(() => JSON.stringify(value)));
  }
  return {
    part: 'restlet',
    subject: `page of ${rows} of ${size} events with 3 attendees`,
    figures: {
      unitsPerPage: usage.units,
      unitsPerEvent: usage.units / rows,
      rowsPerSecond: rows / median(runSeconds),
      stringifiedRowsPerSecond: rows / median(stringifySeconds),
      ratio: median(stringifySeconds) / median(runSeconds),
    },
    bounds: [{ figure: 'unitsPerPage', most: MOST_UNITS }],
  };
};

export const measureRestlet = ({ rounds }: BenchSettings): readonly Measurement[] => {
  const pages = ACCOUNT_SIZES.map((size) => measurePage(size, rounds));
  const units = pages.map(({ figures }) => figures['unitsPerEvent'] ?? NaN);
  return [
    ...pages,
    {
      part: 'restlet',
      subject: 'units per event, from the smallest account to the largest',
      figures: { growth: (units.at(-1) ?? NaN) - (units[0] ?? NaN) },
      bounds: [{ figure: 'growth', most: 0 }],
    },
  ];
};
