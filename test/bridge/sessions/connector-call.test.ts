import { connectorCallOf } from '../../../bridge/sessions/connector-call';
import type { Session } from '../../../bridge/sessions/session-store';

const session: Session = {
  id: 's-1',
  platform: 'clio',
  userId: '344',
  userName: 'Maria Santos',
  hostname: 'app.clio.com',
  timeZone: 'Europe/London',
  place: { hostname: 'app.clio.com' },
  tokens: { accessToken: 'token', credential: 'Bearer token', expiresAtMs: 0 },
};

describe('the caller, from a session', () => {
  it('is the user with the credential, in the zone that the CRM told', () => {
    expect(connectorCallOf(session)).toEqual({
      user: {
        id: '344-clio',
        hostname: 'app.clio.com',
        timezoneName: 'Europe/London',
        platformAdditionalInfo: { restUrl: undefined },
      },
      authHeader: 'Bearer token',
    });
  });

  it('leaves the days of a user of NetSuite to NetSuite, whose zone may have changed since the sign-in', () => {
    const { user } = connectorCallOf({ ...session, platform: 'netsuite' });
    expect(user.timezoneName).toBeUndefined();
  });
});
