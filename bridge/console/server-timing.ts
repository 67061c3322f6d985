/** What a request made of calls to a CRM, as the header in which browsers look for such figures (w3.org/TR/server-timing). */
import type { CallTrail } from '../http/call-trail';
import type { VendorCall } from '../http/vendor-call';

const inMilliseconds = (durationMs: number): string => durationMs.toFixed(1);

/** The status, or where there was none, or it does not tell that the call failed, the failure. */
const endOf = ({ outcome, status }: VendorCall): string =>
  status === undefined || (outcome !== 'ok' && status < 400) ? outcome : String(status);

const descriptionOf = (call: VendorCall): string => {
  const { method, endpoint, tries, units } = call;
  return [
    `${method} ${endpoint} ${endOf(call)}`,
    ...(tries > 1 ? [`${tries} tries`] : []),
    ...(units === undefined ? [] : [`${units} units`]),
  ].join(', ');
};

const metric = (durationMs: number, description: string): string =>
  `crm;dur=${inMilliseconds(durationMs)};desc="${description.replace(/[^\x20-\x7e]|["\\]/g, '')}"`;

/** `crm;dur=12.3;desc="GET /entity/Appointment/:id 200"`, one for each call; empty where there was none. */
export const serverTimingOf = ({ calls, further }: CallTrail): string =>
  [
    ...calls.map((call) => metric(call.durationMs, descriptionOf(call))),
    ...(further.count > 0 ? [metric(further.durationMs, `${further.count} more calls`)] : []),
  ].join(', ');
