import { bullhornTimeZone } from '../../../bridge/library/bullhorn-time-zone';
import { isKnownTimeZone } from '../../../src/contract/time/intl-zone-clock';

describe('the zone of a Bullhorn user in core’s row', () => {
  it.each([
    ['-480', 'America/Los_Angeles'],
    ['-300', 'America/New_York'],
    [-360, 'America/Chicago'],
    ['0', 'Europe/London'],
    ['330', 'Asia/Kolkata'],
    ['600', 'Etc/GMT-10'],
    ['-600', 'Etc/GMT+10'],
  ])('is, for %s minutes from UTC, %s', (offset, zone) => {
    expect(bullhornTimeZone(offset)).toBe(zone);
    expect(isKnownTimeZone(zone)).toBe(true);
  });

  it('is found too where Bullhorn gave hours and core took them for minutes', () => {
    expect(bullhornTimeZone(String(-3 - 300))).toBe('America/Los_Angeles');
    expect(bullhornTimeZone(String(5 - 300))).toBe('Europe/London');
  });

  it.each([undefined, null, '', 'Pacific', '17', '100000'])('is unknown for %p', (offset) => {
    expect(bullhornTimeZone(offset)).toBeUndefined();
  });
});
