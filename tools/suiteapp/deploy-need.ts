/** Decides what a deployment still lacks, and how to get it: the whole logic of `npm run deploy`, without a side effect. */
import type { DeployFacts } from './deploy-facts';

/** What gets it, once a person said yes or where nobody has to. */
export type Remedy = 'fetch-jar' | 'sign-in';

export interface DeployNeed {
  readonly what: 'java' | 'jar' | 'passkey' | 'auth-id';
  /** For somebody who never deployed anything. */
  readonly explanation: string;
  /** Asked before the remedy, to be answered with yes or no. Absent where the answer was given already. */
  readonly question?: string;
  /** Absent where only a person can get it; then the explanation says how. */
  readonly remedy?: Remedy;
}

const licenseAddress = 'https://www.oracle.com/downloads/licenses/oracle-free-license.html';

const javaNeed = ({ javaVersion }: DeployFacts): DeployNeed => ({
  what: 'java',
  explanation:
    `${javaVersion === 0 ? 'Java is not installed' : `Java ${javaVersion} is installed`}; ` +
    'the SuiteCloud CLI signs in with Java 17 or 21. Install one of them and put it on the PATH.',
});

const jarNeed = ({ acceptsLicense, isInteractive }: DeployFacts): DeployNeed => {
  const why =
    'To sign in, the SuiteCloud CLI needs a file (jar) that Oracle gives out under its Free Use Terms and Conditions: ' +
    licenseAddress;
  if (acceptsLicense)
    return {
      what: 'jar',
      explanation: `${why}. It is fetched from system.netsuite.com.`,
      remedy: 'fetch-jar',
    };
  if (!isInteractive)
    return {
      what: 'jar',
      explanation: `${why}. If you accept them, set SUITECLOUD_CLI_ACCEPT_LICENSE=true and try again.`,
    };
  return {
    what: 'jar',
    explanation: why,
    question: 'Have you read these terms, and do you accept them? Then the file is fetched now.',
    remedy: 'fetch-jar',
  };
};

const passkeyNeed = ({ passkey }: DeployFacts): DeployNeed => ({
  what: 'passkey',
  explanation:
    `SUITECLOUD_CI_PASSKEY ${passkey === 'missing' ? 'is not set' : 'is not 32 to 100 letters and digits'}. ` +
    'It opens ~/.suitecloud-sdk/credentials_ci.p12, which account:setup:ci made with the same passkey.',
});

const authIdNeed = ({ isInteractive }: DeployFacts): DeployNeed =>
  isInteractive
    ? {
        what: 'auth-id',
        explanation:
          'This folder is not linked to a NetSuite account yet. You sign in once, in the browser, as an administrator ' +
          'or developer of the account, and give the link a name.',
        question: 'Sign in now?',
        remedy: 'sign-in',
      }
    : {
        what: 'auth-id',
        explanation:
          'This folder is not linked to a NetSuite account. Write project.json with {"defaultAuthId": "<name>"}, the ' +
          'name that you gave to: npx suitecloud account:setup:ci --account <account id> --authid <name> ' +
          '--certificateid <certificate id> --privatekeypath <private key file>',
      };

/** Java major versions that the CLI runs with (ApplicationConstants, 4.1.0). */
const javaVersions = [17, 21];

/** The first thing missing, in the order in which they can be got; undefined when nothing is. */
export const nextNeed = (facts: DeployFacts): DeployNeed | undefined => {
  if (!javaVersions.includes(facts.javaVersion)) return javaNeed(facts);
  if (!facts.hasJar) return jarNeed(facts);
  if (facts.isCi && facts.passkey !== 'usable') return passkeyNeed(facts);
  if (facts.authId === '') return authIdNeed(facts);
  return undefined;
};
