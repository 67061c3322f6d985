/** Once all is over: everything that was certainly made is in the CRM, once, as it was last said to be, and nothing else. */
import type { ChaosCrm } from './chaos-crm';
import { describeState, includesState } from './held-appointment';
import type { TrackedAppointment } from './tracked-appointment';
import type { Finding } from './violation';

export const finalFindings = (
  crm: ChaosCrm,
  { titleStart, candidates, isSpoiled }: TrackedAppointment,
): readonly Finding[] => {
  if (isSpoiled) return [];
  const [held, ...others] = crm.held(titleStart);
  const findings: Finding[] = [];
  if (others.length > 0) {
    findings.push({ kind: 'doubled', words: `at the end ${titleStart} is there ${others.length + 1} times` });
  }
  if (!includesState(candidates, held?.state)) {
    const expected = candidates.map(describeState).join(' or ');
    const words = `at the end ${describeState(held?.state)} is there, and it should be ${expected}`;
    findings.push({ kind: held ? 'false success' : 'lost', words });
  } else if (candidates.length > 1) {
    findings.push({ kind: 'wrong answer', words: `at the end nobody has said what became of ${titleStart}` });
  }
  return findings;
};
