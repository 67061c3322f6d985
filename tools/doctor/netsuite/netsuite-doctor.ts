/** Examines a NetSuite account: its sign-in, its scripts, its clock, and every unverified point of netsuite.md §8. */
import { createNetSuiteAdapter } from '../../../bridge/adapters/netsuite';
import { baseUrlsOf } from '../../../bridge/adapters/netsuite/hosts';
import { defaultCallPolicy } from '../../../bridge/http/call-policy';
import { withContext, type Check } from '../check';
import type { DoctorCase, PlatformDoctor } from '../platform-doctor';
import { accessChecks } from './access-checks';
import { allDayChecks } from './all-day-checks';
import { answerChecks } from './answer-checks';
import { attendeeChecks } from './attendee-checks';
import { clockChecks } from './clock-checks';
import { deleteChecks } from './delete-checks';
import { diagnosis, diagnosticChecks } from './diagnostic-checks';
import { netsuiteAccess } from './netsuite-access';
import type { NetSuiteCase } from './netsuite-case';
import { createPerson, type NetSuitePerson } from './netsuite-person';
import { readerChecks } from './reader-checks';
import { tokenChecks } from './token-checks';

const checks: readonly Check<NetSuiteCase>[] = [
  ...accessChecks,
  ...diagnosis,
  ...clockChecks,
  ...readerChecks,
  ...allDayChecks,
  ...attendeeChecks,
  ...answerChecks,
  ...diagnosticChecks,
  ...tokenChecks,
  ...deleteChecks,
];

const caseOf = async (doctorCase: DoctorCase): Promise<NetSuiteCase> => {
  const { config, sandbox, created, markedTitle, nowMs, privateWords } = doctorCase;
  const access = await netsuiteAccess(doctorCase);
  const { hostname } = access;
  privateWords.add(hostname, hostname.split('.')[0], access.user, access.other, ...access.administrators);
  const replaced = {
    restletBaseUrl: sandbox?.netsuite.baseUrl ?? config.netsuite.restletBaseUrl,
    restBaseUrl: sandbox?.netsuite.baseUrl ?? config.netsuite.restBaseUrl,
  };
  const personOf = (token: string): NetSuitePerson =>
    createPerson({ ...baseUrlsOf(hostname, replaced), token, hostname, nowMs });
  return {
    adapter: createNetSuiteAdapter({
      ...config.netsuite,
      ...replaced,
      callPolicy: defaultCallPolicy,
      log: { warn: () => undefined },
    }),
    recordTimeZone: config.netsuite.recordTimeZone,
    user: personOf(access.user),
    other: access.other === undefined ? undefined : personOf(access.other),
    administrators: access.administrators.map(personOf),
    signedIn: access.signedIn,
    markedTitle,
    created,
    nowMs,
    facts: {},
  };
};

export const netsuiteDoctor: PlatformDoctor = {
  platform: 'netsuite',
  prepare: async (doctorCase) => withContext(checks, await caseOf(doctorCase)),
};
