/** The doctor at an account that it is given a token for, as at a real one. */
import { readConfig } from '../../../../bridge/config';
import type { NetSuiteSwitches } from '../../../../sandbox/netsuite/switches';
import { eventTimesParameter } from '../../../../src/contract/event-times-parameter';
import type { Examined } from '../../../../tools/doctor/doctor-report';
import { examine } from '../../../../tools/doctor/examine';
import { netsuiteDoctor } from '../../../../tools/doctor/netsuite/netsuite-doctor';
import type { CheckResult } from '../../../../tools/doctor/run-checks';
import type { Account } from '../../../../tools/netsuite-account';
import { openNetSuite, user } from '../../../e2e/netsuite-account';

const eastern = { timeZone: 'America/New_York', dateFormat: 'M/D/YYYY', timeFormat: 'h:mm a' };
const pacific = { timeZone: 'America/Los_Angeles', dateFormat: 'DD.MM.YYYY', timeFormat: 'H:mm' };
const salesperson = user('11', eastern);

type NetSuite = Awaited<ReturnType<typeof openNetSuite>>;

const withAccount = async <Result>(
  users: Account['users'],
  act: (netSuite: NetSuite) => Promise<Result>,
  switches: Partial<NetSuiteSwitches> = {},
): Promise<Result> => {
  const netSuite = await openNetSuite({ users, events: [] }, { switches });
  try {
    return await act(netSuite);
  } finally {
    await netSuite.close();
  }
};

const examineAs = async (
  { baseUrl }: NetSuite,
  env: Readonly<Record<string, string>>,
  withOtherUser = false,
): Promise<Examined> =>
  examine({
    doctor: netsuiteDoctor,
    account: 'TSTDRV1234567',
    withOtherUser,
    config: readConfig({
      BRIDGE_MODE: 'live',
      NETSUITE_RESTLET_BASE_URL: baseUrl,
      NETSUITE_REST_BASE_URL: baseUrl,
    }),
    env,
    terminal: { say: () => undefined, ask: async () => '' },
  });

const checkOf = ({ results }: Examined, id: string): CheckResult | undefined =>
  results.find((result) => result.id === id);

describe('examining a NetSuite account with a token', () => {
  it('leaves to an administrator what only one can see', async () => {
    const examined = await withAccount([salesperson], async (netSuite) =>
      examineAs(netSuite, { NETSUITE_TOKEN: 'token-11' }),
    );
    expect(checkOf(examined, 'clock-after-change')?.outcome).toBe('as-assumed');
    expect(checkOf(examined, 'recurring-rows')).toMatchObject({
      outcome: 'not-observable',
      whatToDo: expect.stringContaining('NETSUITE_ADMIN_TOKEN'),
    });
    expect(checkOf(examined, 'reader-time-zone')?.outcome).toBe('skipped');
    expect(examined.leftBehind).toEqual([]);
  });

  it('names what to do about a token that NetSuite does not accept', async () => {
    const examined = await withAccount([salesperson], async (netSuite) =>
      examineAs(netSuite, { NETSUITE_TOKEN: 'token-of-nobody' }),
    );
    expect(checkOf(examined, 'sign-in')).toMatchObject({
      outcome: 'broken',
      observed: { status: 401 },
      whatToDo: expect.stringContaining('Sign in again'),
    });
    expect(JSON.stringify(examined)).not.toContain('token-of-nobody');
  });

  it('names the permission that a role lacks', async () => {
    const withoutEvents = { ...salesperson, permissions: { LIST_FIND: 'FULL' } as const };
    const examined = await withAccount([withoutEvents], async (netSuite) =>
      examineAs(netSuite, { NETSUITE_TOKEN: 'token-11' }),
    );
    expect(checkOf(examined, 'restlet-listing')?.whatToDo).toContain('LIST_EVENT');
    expect(checkOf(examined, 'permission-create')?.whatToDo).toContain('LIST_EVENT');
  });

  it('says by its title what it could not delete', async () => {
    const examined = await withAccount([salesperson], async (netSuite) => {
      netSuite.sandbox.faults.add({
        method: 'DELETE',
        path: '*/calendarEvent/*',
        fault: '500',
        times: 'always',
      });
      return examineAs(netSuite, { NETSUITE_TOKEN: 'token-11' });
    });
    expect(examined.leftBehind).toEqual([expect.stringMatching(/^App Connect doctor [0-9a-f]{6}$/)]);
  });

  it('finds all well for readers in other zones once the parameter is set', async () => {
    const administrator = {
      ...user('12', pacific),
      roleScriptId: 'ADMINISTRATOR',
      permissions: 'administrator' as const,
    };
    const env = { NETSUITE_TOKEN: 'token-11', NETSUITE_OTHER_TOKEN: 'token-12' };
    await withAccount(
      [salesperson, administrator],
      async (netSuite) => {
        netSuite.sandbox.state.scriptParameters?.set(eventTimesParameter, 'event-zone');
        const set = await examineAs(netSuite, env, true);
        expect(checkOf(set, 'reader-time-zone')?.outcome).toBe('adapts');
        netSuite.sandbox.setSwitches({ searchTimesIn: 'reader-zone' });
        const wrong = await examineAs(netSuite, env, true);
        expect(checkOf(wrong, 'reader-time-zone')?.setting).toBe(`${eventTimesParameter}=reader-zone`);
      },
      { searchTimesIn: 'event-zone' },
    );
  });

  it('asks for a way to sign in', async () => {
    await expect(withAccount([salesperson], async (netSuite) => examineAs(netSuite, {}))).rejects.toThrow(
      'Set NETSUITE_TOKEN',
    );
  });
});
