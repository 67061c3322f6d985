/** Requests a second of one bridge and of two, behind one balancer and with one Postgres. */
import { z } from 'zod';
import { startBenchBridge, type BenchBridge } from './bench-bridge';
import type { BenchSettings } from './bench-settings';
import { signInPostgresUsers, type PostgresUsers } from './bench-users';
import { startForkedBalancer, type ForkedBalancer } from './forked-balancer';
import { measureByTurns, type Round } from './measure-by-turns';
import { measuredLoad, type MeasuredLoad } from './measured-load';
import { median, type Measurement } from './measurement';
import { subjectOf, type Scenario } from './scenario';
import type { Testbed } from './testbed';

const BRIDGES = 2;
/** As many as the load has connections, and some. */
const USERS = 50;
const MEASURED = /-(list-200|update)$/;

interface ScaledBridges {
  readonly users: PostgresUsers;
  readonly balancer: ForkedBalancer;
  readonly bridges: readonly BenchBridge[];
}

const figuresOf = (rounds: readonly Round[]): Measurement['figures'] => {
  const medianOf = (figure: (round: Round) => number): number => median(rounds.map(figure));
  return {
    ratio: medianOf(({ one, other: two }) => two.requestsPerSecond / one.requestsPerSecond),
    cpuRatio: medianOf(({ one, other: two }) => one.cpuMs / two.cpuMs),
    onePerSecond: medianOf(({ one }) => one.requestsPerSecond),
    twoPerSecond: medianOf(({ other }) => other.requestsPerSecond),
    oneP99Ms: medianOf(({ one }) => one.p99Ms),
    twoP99Ms: medianOf(({ other }) => other.p99Ms),
    oneCpuMs: medianOf(({ one }) => one.cpuMs),
    twoCpuMs: medianOf(({ other }) => other.cpuMs),
  };
};

const measureScenario = async (
  { users, balancer, bridges }: ScaledBridges,
  scenario: Scenario,
  settings: BenchSettings,
): Promise<Measurement> => {
  const { platform, method, path, body } = scenario;
  const request = { method, url: balancer.baseUrl + path, tokens: users.tokens[platform], body };
  const loadOf = async (asked: readonly BenchBridge[], amount: number): Promise<MeasuredLoad> => {
    await balancer.balance(asked);
    return measuredLoad({ processIds: asked.map(({ processId }) => processId), request, amount });
  };
  const rounds = await measureByTurns(
    {
      one: (amount) => loadOf(bridges.slice(0, 1), amount),
      other: (amount) => loadOf(bridges, amount),
    },
    settings,
  );
  return { part: 'scale', subject: subjectOf(scenario), figures: figuresOf(rounds), bounds: [] };
};

const postgresFiguresSchema = z.tuple([
  z.object({ connections: z.coerce.number(), bytes_per_session: z.coerce.number() }),
]);

/** Right after a load, with the connections still open; one more is the bench's own. */
const measurePostgres = async ({ database }: PostgresUsers): Promise<Measurement> => {
  const [row] = postgresFiguresSchema.parse(
    await database.query(
      `select (select avg(pg_column_size(sessions.*)) from sessions) as bytes_per_session,
              (select count(*) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()) as connections`,
    ),
  );
  return {
    part: 'scale',
    subject: 'Postgres, of two bridges',
    figures: { connections: row.connections, bytesPerSession: row.bytes_per_session },
    bounds: [],
  };
};

/** @param databaseUrl of a Postgres, where a schema of the bench's own comes and goes */
export const measureScale = async (
  testbed: Testbed,
  settings: BenchSettings,
  databaseUrl: string,
): Promise<readonly Measurement[]> => {
  const users = await signInPostgresUsers({ databaseUrl, count: USERS });
  const balancer = await startForkedBalancer();
  const bridges: BenchBridge[] = [];
  try {
    for (let count = 0; count < BRIDGES; count++) {
      bridges.push(
        await startBenchBridge({
          users,
          vendorUrl: testbed.vendor.baseUrl,
          nodeArguments: settings.bridgeArguments,
        }),
      );
    }
    const measurements: Measurement[] = [];
    for (const scenario of testbed.scenarios.filter(({ name }) => MEASURED.test(name))) {
      measurements.push(await measureScenario({ users, balancer, bridges }, scenario, settings));
    }
    return [...measurements, await measurePostgres(users)];
  } finally {
    await Promise.all(bridges.map((bridge) => bridge.stop()));
    await balancer.stop();
    await users.remove();
  }
};
