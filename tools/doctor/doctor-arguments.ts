/** The command line of `npm run doctor`. */
import { parseArgs } from 'node:util';
import { platforms, type Platform } from '../../src/contract/operations';

export interface SwitchTurn {
  readonly platform: Platform;
  readonly name: string;
  readonly value: string | number | boolean;
}

export interface DoctorArguments {
  /** Whom to examine; an account is `sandbox` for the local CRM. */
  readonly targets: readonly { readonly platform: Platform; readonly account: string }[];
  readonly turns: readonly SwitchTurn[];
  readonly withOtherUser: boolean;
  /** Ids of people in the CRM whom the doctor may invite. */
  readonly invitees: readonly string[];
  readonly reportFile: string | undefined;
  readonly wantsHelp: boolean;
}

export const usage = `npm run doctor -- [--netsuite <account>] [--bullhorn <api user>] [--clio <region>] [options]

Without a CRM: the local sandbox of all three. An account is
  --netsuite 1234567 | sandbox
  --bullhorn <name of the API user> | sandbox
  --clio app.clio.com | eu.app.clio.com | ca.app.clio.com | au.app.clio.com | sandbox

  --other-user           examine with a second person, in another time zone
  --invitee <id>         a contact whom the doctor may invite, as often as wanted; the CRM may send them mail
  --turn [crm.]name=value  turn a switch of the local sandbox first, as often as wanted
  --report <file>        where the JSON report goes; default doctor-report-<crm>-<date>.json
  --help                 this text

How to sign in to an account is in docs/doctor.md.
`;

const readValue = (text: string): SwitchTurn['value'] => {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d+$/.test(text) ? Number(text) : text;
};

const readTurn = (text: string, targets: DoctorArguments['targets']): SwitchTurn => {
  const [, prefix, name, value] = /^(?:(\w+)\.)?(\w+)=(.+)$/.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new Error(`--turn ${text} must be like --turn bullhorn.ownerOnWrite=ignore.`);
  }
  const only = targets.length === 1 ? targets[0]?.platform : undefined;
  const target = targets.find(({ platform }) => platform === (prefix ?? only));
  if (!target) {
    throw new Error(
      `--turn ${text} must begin with the CRM: ${targets.map((one) => one.platform).join(', ')}.`,
    );
  }
  if (target.account !== 'sandbox') {
    throw new Error(`--turn is for the local sandbox; --${target.platform} names an account.`);
  }
  return { platform: target.platform, name, value: readValue(value) };
};

/** @throws Error that says what is wrong with the command line */
export const readDoctorArguments = (args: readonly string[]): DoctorArguments => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      netsuite: { type: 'string' },
      bullhorn: { type: 'string' },
      clio: { type: 'string' },
      turn: { type: 'string', multiple: true },
      'other-user': { type: 'boolean', default: false },
      invitee: { type: 'string', multiple: true },
      report: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const named = platforms.flatMap((platform) => {
    const account = values[platform]?.trim();
    return account ? [{ platform, account }] : [];
  });
  const targets = named.length > 0 ? named : platforms.map((platform) => ({ platform, account: 'sandbox' }));
  return {
    targets,
    turns: (values.turn ?? []).map((text) => readTurn(text, targets)),
    withOtherUser: values['other-user'],
    invitees: values.invitee ?? [],
    reportFile: values.report,
    wantsHelp: values.help,
  };
};
