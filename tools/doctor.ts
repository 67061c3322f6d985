/**
 * `npm run doctor`: examines a CRM account, or the local sandbox, and says of everything that the adapters take for
 * granted whether it is so there, and what to do where it is not. See docs/doctor.md.
 */
import { readDoctorArguments, usage } from './doctor/doctor-arguments';
import { runDoctor } from './doctor/run-doctor';
import { createTerminal } from './doctor/terminal';

const stopping = new AbortController();

/** What has begun is brought to its end, so that the doctor knows what there is to delete. */
process.once('SIGINT', () => {
  process.stderr.write('Stopping: the check that runs is finished, then all that was made is deleted.\n');
  stopping.abort();
});

const main = async (): Promise<boolean> => {
  const args = readDoctorArguments(process.argv.slice(2));
  if (args.wantsHelp) {
    process.stdout.write(usage);
    return true;
  }
  return runDoctor({
    args,
    env: process.env,
    terminal: createTerminal(),
    print: (text) => void process.stdout.write(text),
    signal: stopping.signal,
  });
};

main().then(
  (isWell) => {
    if (!isWell || stopping.signal.aborted) process.exitCode = 1;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'The doctor failed.'}\n`);
    process.stderr.write('npm run doctor -- --help says what it takes.\n');
    process.exitCode = 1;
  },
);
