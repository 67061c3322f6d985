/** Examines a Bullhorn account: the session, the entitlements, the clock, and what nobody could verify from outside. */
import { createBullhornAdapter } from '../../../bridge/adapters/bullhorn';
import { restOf } from '../../../bridge/adapters/bullhorn/rest-url';
import { defaultCallPolicy } from '../../../bridge/http/call-policy';
import { withContext } from '../check';
import type { DoctorCase, PlatformDoctor } from '../platform-doctor';
import { createProbe, patientDeadline } from '../probe';
import { bullhornAccess, type BullhornSession } from './bullhorn-access';
import type { BullhornCase, BullhornPerson } from './bullhorn-case';
import { clockChecks } from './clock-checks';
import { metadataChecks } from './metadata-checks';
import { readingChecks } from './reading-checks';
import { sessionEndChecks, signInChecks } from './sign-in-checks';
import { bullhornUnseenChecks } from './bullhorn-unseen-checks';
import { writingChecks } from './writing-checks';

const checks = [
  ...signInChecks,
  ...clockChecks,
  ...metadataChecks,
  ...readingChecks,
  ...writingChecks,
  ...sessionEndChecks,
  ...bullhornUnseenChecks,
];

const personOf = (
  { restToken, restUrl, userId, timeZone }: BullhornSession,
  baseUrl: string | undefined,
  facts: BullhornCase['facts'],
  nowMs: () => number,
): BullhornPerson => ({
  calendar: () => ({
    credential: restToken,
    hostname: '',
    restUrl,
    userId: userId ?? facts.userId ?? '',
    timeZone: timeZone ?? facts.timeZone,
    deadline: patientDeadline(),
    nowMs: nowMs(),
  }),
  probe: createProbe({
    vendor: 'Bullhorn',
    baseUrl: restOf(restUrl, baseUrl).baseUrl,
    headers: { BhRestToken: restToken },
  }),
});

const caseOf = async (doctorCase: DoctorCase): Promise<BullhornCase> => {
  const { sandbox, config, privateWords, nowMs } = doctorCase;
  const { user, other, signedIn } = await bullhornAccess(doctorCase);
  for (const session of [user, other]) {
    privateWords.add(session?.restToken, session?.restUrl, session && new URL(session.restUrl).host);
  }
  const baseUrl = sandbox?.bullhorn.baseUrl ?? config.bullhorn.restBaseUrl;
  const { settings } = config.bullhorn;
  const facts = {};
  return {
    ...doctorCase,
    adapter: createBullhornAdapter({
      bullhornRestBaseUrl: baseUrl,
      settings,
      callPolicy: defaultCallPolicy,
      log: { warn: () => undefined },
    }),
    settings,
    user: personOf(user, baseUrl, facts, nowMs),
    other: other && personOf(other, baseUrl, {}, nowMs),
    otherId: other?.userId,
    signedIn,
    knownTimeZone: user.timeZone,
    isSandbox: sandbox !== undefined,
    facts,
  };
};

export const bullhornDoctor: PlatformDoctor = {
  platform: 'bullhorn',
  prepare: async (doctorCase) => withContext(checks, await caseOf(doctorCase)),
};
