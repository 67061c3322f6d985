import { ianaZoneOf } from '../../../../bridge/adapters/clio/clio-time-zone';

describe('the zone of a Clio user', () => {
  it.each([
    ['America/Los_Angeles', 'America/Los_Angeles'],
    ['Pacific Time (US & Canada)', 'America/Los_Angeles'],
    ['London', 'Europe/London'],
    ['Sydney', 'Australia/Sydney'],
    ["Nuku'alofa", 'Pacific/Tongatapu'],
    ['UTC', 'UTC'],
  ])('is read from %j', (name, zone) => {
    expect(ianaZoneOf(name)).toBe(zone);
  });

  it.each(['', 'Middle of Nowhere', 'Pacific Time'])('is unknown for %j', (name) => {
    expect(ianaZoneOf(name)).toBeUndefined();
  });
});
