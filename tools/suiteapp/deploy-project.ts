/** Deploys: gets what is missing, tests, validates, deploys. Stops at the first thing that is not as it must be. */
import type { DeployFacts } from './deploy-facts';
import { nextNeed, type DeployNeed, type Remedy } from './deploy-need';
import type { Variant } from './variant';

export type DeployStep = 'test' | 'validate' | 'deploy';

export interface DeployPorts {
  readonly facts: () => DeployFacts;
  /** True for yes. */
  readonly ask: (question: string) => Promise<boolean>;
  readonly say: (sentence: string) => void;
  /** True when it worked; what went wrong is on the terminal by then. */
  readonly remedy: (remedy: Remedy) => boolean;
  readonly step: (step: DeployStep) => boolean;
}

export interface DeployOptions {
  readonly variant: Variant;
  /** Only say what would change in the account. */
  readonly isDryRun: boolean;
}

/** @returns whether it is there now */
const meet = async (need: DeployNeed, ports: DeployPorts): Promise<boolean> => {
  ports.say(need.explanation);
  if (need.remedy === undefined) return false;
  if (need.question !== undefined && !(await ports.ask(need.question))) return false;
  if (!ports.remedy(need.remedy)) return false;
  return nextNeed(ports.facts())?.what !== need.what;
};

const meetAll = async (ports: DeployPorts): Promise<boolean> => {
  for (let need = nextNeed(ports.facts()); need !== undefined; need = nextNeed(ports.facts())) {
    if (!(await meet(need, ports))) return false;
  }
  return true;
};

const confirmation = ({ variant, isDryRun }: DeployOptions, authId: string): string =>
  `${isDryRun ? 'Preview' : 'Deploy'} the ${variant === 'suiteapp' ? 'SuiteApp' : 'account customization'} ` +
  `with the sign-in "${authId}"?`;

/** @returns whether everything was done; otherwise it was said what was not */
export const deployProject = async (options: DeployOptions, ports: DeployPorts): Promise<boolean> => {
  if (!(await meetAll(ports))) {
    ports.say('Nothing was deployed.');
    return false;
  }
  const { authId, isInteractive } = ports.facts();
  if (!ports.step('test') || !ports.step('validate')) {
    ports.say('Nothing was deployed.');
    return false;
  }
  if (isInteractive && !(await ports.ask(confirmation(options, authId)))) {
    ports.say('Nothing was deployed.');
    return false;
  }
  return ports.step('deploy');
};

/** What the SuiteCloud CLI is called with. Only a SuiteApp has installation preferences to apply (section_156044636320). */
export const cliArguments = (step: 'validate' | 'deploy', options: DeployOptions): readonly string[] => [
  `project:${step}`,
  ...(options.variant === 'suiteapp' ? ['--applyinstallprefs'] : []),
  ...(step === 'deploy' && options.isDryRun ? ['--dryrun'] : []),
];
