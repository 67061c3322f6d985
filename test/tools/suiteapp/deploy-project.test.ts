import type { DeployFacts } from '../../../tools/suiteapp/deploy-facts';
import { cliArguments, deployProject, type DeployStep } from '../../../tools/suiteapp/deploy-project';

const ready: DeployFacts = {
  javaVersion: 17,
  hasJar: true,
  acceptsLicense: false,
  isCi: false,
  passkey: 'missing',
  authId: 'production',
  isInteractive: true,
};

interface Situation {
  readonly facts?: Partial<DeployFacts>;
  readonly answers?: readonly boolean[];
  readonly fails?: DeployStep | 'fetch-jar' | 'sign-in';
  /** Remedies that end well, but change nothing. */
  readonly inVain?: boolean;
}

/** A computer on which remedies work unless said otherwise; keeps what was done, in order. */
const deployedIn = async ({ facts = {}, answers = [], fails, inVain = false }: Situation) => {
  let now: DeployFacts = { ...ready, ...facts };
  const done: string[] = [];
  const said: string[] = [];
  const left = [...answers];
  const isDone = await deployProject(
    { variant: 'suiteapp', isDryRun: false },
    {
      facts: () => now,
      ask: async (question) => {
        said.push(question);
        return left.shift() ?? false;
      },
      say: (sentence) => said.push(sentence),
      remedy: (remedy) => {
        done.push(remedy);
        if (!inVain && fails !== remedy)
          now = remedy === 'fetch-jar' ? { ...now, hasJar: true } : { ...now, authId: 'new' };
        return fails !== remedy;
      },
      step: (step) => {
        done.push(step);
        return fails !== step;
      },
    },
  );
  return { isDone, done, said };
};

describe('a deployment', () => {
  it('tests, validates, asks, deploys', async () => {
    const { isDone, done, said } = await deployedIn({ answers: [true] });
    expect(isDone).toBe(true);
    expect(done).toEqual(['test', 'validate', 'deploy']);
    expect(said).toEqual([expect.stringContaining('with the sign-in "production"?')]);
  });

  it('asks nothing where nobody is there', async () => {
    const facts = { isInteractive: false, isCi: true, passkey: 'usable' } as const;
    expect(await deployedIn({ facts })).toEqual({
      isDone: true,
      done: ['test', 'validate', 'deploy'],
      said: [],
    });
  });

  it('gets jar and sign-in first, each after a yes', async () => {
    const facts = { hasJar: false, authId: '' };
    const { isDone, done } = await deployedIn({ facts, answers: [true, true, true] });
    expect(isDone).toBe(true);
    expect(done).toEqual(['fetch-jar', 'sign-in', 'test', 'validate', 'deploy']);
  });

  it('does not fetch the jar after a no', async () => {
    const { isDone, done, said } = await deployedIn({ facts: { hasJar: false }, answers: [false] });
    expect(isDone).toBe(false);
    expect(done).toEqual([]);
    expect(said.at(-1)).toBe('Nothing was deployed.');
  });

  it.each([
    ['fails', { fails: 'fetch-jar' }],
    ['changes nothing', { inVain: true }],
  ] as const)('ends where the jar is fetched and that %s', async (_how, situation) => {
    const { isDone, done } = await deployedIn({ facts: { hasJar: false }, answers: [true], ...situation });
    expect(isDone).toBe(false);
    expect(done).toEqual(['fetch-jar']);
  });

  it.each([
    ['test', ['test']],
    ['validate', ['test', 'validate']],
  ] as const)('goes no further when %s fails', async (fails, expected) => {
    const { isDone, done, said } = await deployedIn({ fails, answers: [true] });
    expect(isDone).toBe(false);
    expect(done).toEqual(expected);
    expect(said).toEqual(['Nothing was deployed.']);
  });

  it('deploys nothing after a no at the end', async () => {
    expect(await deployedIn({ answers: [false] })).toMatchObject({
      isDone: false,
      done: ['test', 'validate'],
    });
  });

  it('is not done when the CLI says that it failed', async () => {
    expect(await deployedIn({ answers: [true], fails: 'deploy' })).toMatchObject({ isDone: false });
  });

  it('applies installation preferences to a SuiteApp only, and previews only where asked', () => {
    const suiteApp = { variant: 'suiteapp', isDryRun: false } as const;
    expect(cliArguments('validate', suiteApp)).toEqual(['project:validate', '--applyinstallprefs']);
    expect(cliArguments('deploy', suiteApp)).toEqual(['project:deploy', '--applyinstallprefs']);
    const preview = { variant: 'account-customization', isDryRun: true } as const;
    expect(cliArguments('validate', preview)).toEqual(['project:validate']);
    expect(cliArguments('deploy', preview)).toEqual(['project:deploy', '--dryrun']);
  });
});
