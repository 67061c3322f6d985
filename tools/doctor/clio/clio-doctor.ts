/** Examines a Clio account: the token, the permissions, the clock, and what nobody could verify from outside. */
import { createClioAdapter } from '../../../bridge/adapters/clio';
import { baseUrlOf } from '../../../bridge/adapters/clio/hosts';
import { defaultCallPolicy } from '../../../bridge/http/call-policy';
import { withContext } from '../check';
import type { DoctorCase, PlatformDoctor } from '../platform-doctor';
import { createProbe, patientDeadline } from '../probe';
import { accountChecks } from './account-checks';
import { attendeeChecks } from './attendee-checks';
import { clioAccess, type ClioSignIn } from './clio-access';
import type { ClioCase, ClioPerson } from './clio-case';
import { clockChecks } from './clock-checks';
import { clioUnseenChecks, replyChecks } from './reply-checks';
import { seriesChecks } from './series-checks';

const checks = [
  ...accountChecks,
  ...clockChecks,
  ...seriesChecks,
  ...attendeeChecks,
  ...replyChecks,
  ...clioUnseenChecks,
];

const caseOf = async (doctorCase: DoctorCase): Promise<ClioCase> => {
  const { sandbox, config, privateWords, nowMs } = doctorCase;
  const { hostname, user, other } = await clioAccess(doctorCase);
  const clioBaseUrl = sandbox?.clio.baseUrl ?? config.clio.baseUrl;
  privateWords.add(hostname, user.token, other?.token);
  const personOf = ({ token, timeZone }: ClioSignIn): ClioPerson => {
    const credential = `Bearer ${token}`;
    return {
      calendar: () => ({
        credential,
        hostname,
        userId: '',
        timeZone,
        deadline: patientDeadline(),
        nowMs: nowMs(),
      }),
      probe: createProbe({
        vendor: 'Clio',
        baseUrl: baseUrlOf(hostname, clioBaseUrl),
        headers: { Authorization: credential },
      }),
    };
  };
  const { assumptions, sendEmailNotification } = config.clio;
  return {
    ...doctorCase,
    adapter: createClioAdapter({
      clioBaseUrl,
      assumptions,
      sendEmailNotification,
      callPolicy: defaultCallPolicy,
    }),
    assumptions,
    user: personOf(user),
    other: other && personOf(other),
    knownTimeZone: user.timeZone,
    facts: {},
  };
};

export const clioDoctor: PlatformDoctor = {
  platform: 'clio',
  prepare: async (doctorCase) => withContext(checks, await caseOf(doctorCase)),
};
