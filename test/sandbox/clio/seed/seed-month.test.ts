import { defaultDeveloperApp } from '../../../../sandbox/clio/clio-sandbox';
import { describeClio } from '../../../../sandbox/clio/describe-clio';
import { seedMonth } from '../../../../sandbox/clio/seed/seed-month';
import { ananya, daniel, maria, mondayMorningMs } from '../clio-client';

describe('the seeded month', () => {
  it('is the same for the same instant, and has something of everything for everybody', () => {
    const now = { nowMs: mondayMorningMs, region: 'us' } as const;
    const state = seedMonth(now);
    expect(state).toEqual(seedMonth(now));
    for (const { defaultCalendarId } of state.users.values()) {
      const own = [...state.calendarEntries.values()].filter(
        (each) => each.calendarOwnerId === defaultCalendarId,
      );
      expect(own.length).toBeGreaterThanOrEqual(30);
      expect(own.length).toBeLessThanOrEqual(50);
      expect(own.some(({ recurrenceRule }) => recurrenceRule !== null)).toBe(true);
      expect(own.some(({ schedule }) => schedule.kind === 'all-day')).toBe(true);
      expect(own.some(({ externalProperties }) => externalProperties.length > 0)).toBe(true);
      const types = own.flatMap(({ attendees }) => attendees.map(({ type }) => type));
      expect(new Set(types)).toEqual(new Set(['Contact', 'Calendar']));
    }
  });

  it('is described with the host it stands in for, the app, and a token for each user', () => {
    const state = seedMonth({ nowMs: mondayMorningMs, region: 'us' });
    const { hostname, oauth, users } = describeClio({
      state,
      developerApp: defaultDeveloperApp,
      baseUrl: 'http://127.0.0.1:1',
    });
    expect(hostname).toBe('app.clio.com');
    expect(oauth).toEqual({ clientId: 'clio-sandbox-client', clientSecret: 'clio-sandbox-secret' });
    expect(users.map(({ token }) => token)).toEqual([maria, daniel, ananya]);
    expect(users[2]).toMatchObject({ id: 358003, name: 'Ananya Rao', timeZone: 'Asia/Kolkata' });
  });
});
