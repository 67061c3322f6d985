/**
 * `npm run chaos`: works through the bridge at random while the CRMs fail and the bridge is killed, and says whether
 * anything was lost, doubled or told falsely. A seed repeats what each worker wants and which fault the n-th request of
 * a CRM meets; when things happen is up to the machine, and with it which request that is.
 */
import { readChaosOptions } from './chaos/chaos-options';
import { chaosTable } from './chaos/chaos-table';
import { runChaos } from './chaos/run-chaos';
import { describeViolation } from './chaos/violation';

// The sandboxes run in the zone of NetSuite's servers; Node reads the variable again whenever it is set.
process.env['TZ'] = 'America/Los_Angeles';

const SHOWN_VIOLATIONS = 100;
const PROGRESS_EVERY = 500;

const main = async (): Promise<void> => {
  const options = readChaosOptions(process.argv.slice(2));
  const { seed, operations, faultShare, platforms } = options;
  process.stdout.write(
    `seed ${seed}: npm run chaos -- --operations ${operations} --seed ${seed} --faults ${faultShare} --crm ${platforms.join(',')}\n`,
  );
  const result = await runChaos({
    ...options,
    onProgress: (done) => {
      if (done % PROGRESS_EVERY === 0) process.stderr.write(`${done} of ${operations} operations\n`);
    },
  });
  process.stdout.write(chaosTable(result));
  const { violations } = result;
  for (const violation of violations.slice(0, SHOWN_VIOLATIONS)) {
    process.stdout.write(`${describeViolation(violation)}\n`);
  }
  if (violations.length > SHOWN_VIOLATIONS) {
    process.stdout.write(`and ${violations.length - SHOWN_VIOLATIONS} more\n`);
  }
  if (violations.length > 0) process.exitCode = 1;
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The chaos run could not be made.'}\n`);
  process.exit(2);
});
