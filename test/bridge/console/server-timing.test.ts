import { serverTimingOf } from '../../../bridge/console/server-timing';
import type { VendorCall } from '../../../bridge/http/vendor-call';

const call: VendorCall = {
  vendor: 'NetSuite',
  method: 'GET',
  endpoint: '/services/rest/record/v1/calendarEvent/:id',
  outcome: 'ok',
  status: 200,
  tries: 1,
  units: undefined,
  durationMs: 12.345,
};

const timingOf = (...calls: readonly Partial<VendorCall>[]): string =>
  serverTimingOf({
    calls: calls.map((changes) => ({ ...call, ...changes })),
    further: { count: 0, durationMs: 0 },
  });

describe('the calls to a CRM as Server-Timing', () => {
  it('is one metric for each call', () => {
    expect(timingOf({}, { method: 'PATCH', status: 204, durationMs: 3 })).toBe(
      'crm;dur=12.3;desc="GET /services/rest/record/v1/calendarEvent/:id 200", ' +
        'crm;dur=3.0;desc="PATCH /services/rest/record/v1/calendarEvent/:id 204"',
    );
  });

  it('tells tries where there was more than one, and units where the CRM told them', () => {
    expect(timingOf({ tries: 3, units: 30 })).toContain(':id 200, 3 tries, 30 units"');
  });

  it.each([
    [{ outcome: 'not_found', status: 404 }, '404'],
    [{ outcome: 'upstream_unavailable', status: undefined }, 'upstream_unavailable'],
    [{ outcome: 'upstream_invalid', status: 200 }, 'upstream_invalid'],
  ] as const)('says of %j that it ended with %s', (changes, end) => {
    expect(timingOf(changes)).toContain(`:id ${end}"`);
  });

  it('holds nothing that could end its text or the header', () => {
    expect(timingOf({ endpoint: '/a"b\\c\r\nd é' })).toBe('crm;dur=12.3;desc="GET /abcd  200"');
  });

  it('sums up what is more than a header holds', () => {
    const further = { count: 7, durationMs: 70 };
    expect(serverTimingOf({ calls: [call], further })).toMatch(/, crm;dur=70\.0;desc="7 more calls"$/);
    expect(serverTimingOf({ calls: [], further: { count: 0, durationMs: 0 } })).toBe('');
  });
});
