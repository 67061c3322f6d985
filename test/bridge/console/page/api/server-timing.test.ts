import { readServerTiming, totalsOf } from '../../../../../bridge/console/page/api/server-timing';

describe('the calls to the CRM in a Server-Timing header', () => {
  const header =
    'crm;dur=123.4;desc="GET /entity/Appointment/:id 200, 12 units", crm;dur=7.0;desc="POST /restlet.nl rc_search 429, 2 tries", crm;dur=50.0;desc="30 more calls"';

  it('are read with their answer, time and units', () => {
    expect(readServerTiming(header)).toEqual([
      { call: 'GET /entity/Appointment/:id', outcome: '200', durationMs: 123.4, units: 12, count: 1 },
      {
        call: 'POST /restlet.nl rc_search',
        outcome: '429, 2 tries',
        durationMs: 7,
        units: undefined,
        count: 1,
      },
      { call: '30 more calls', outcome: '', durationMs: 50, units: undefined, count: 30 },
    ]);
  });

  it('are added up, and units only where a CRM counts them', () => {
    expect(totalsOf(readServerTiming(header))).toEqual({ calls: 32, durationMs: 180.4, units: 12 });
    expect(totalsOf(readServerTiming('crm;dur=1.0;desc="GET /a 200"')).units).toBeUndefined();
  });

  it.each([null, '', 'cache;dur=1'])('are none for %j', (other) => {
    expect(readServerTiming(other)).toEqual([]);
  });
});
