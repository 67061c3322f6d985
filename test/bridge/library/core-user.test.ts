import { connectorCallOf } from '../../../bridge/library/core-user';

/** Like a Sequelize row: its values are getters of the prototype. */
const rowOf = (values: Readonly<Record<string, unknown>>) => {
  const prototype = {};
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(prototype, name, { get: () => value });
  }
  const row: { readonly id: string } = Object.create(prototype);
  return row;
};

const authHeader = 'Bearer oauth-token';

describe('the caller, from core’s row of a user', () => {
  it('is NetSuite’s user, whose zone NetSuite itself is asked for', () => {
    const user = rowOf({
      id: '5-netsuite',
      hostname: '1234567.app.netsuite.com',
      timezoneName: 'America/Denver',
      timezoneOffset: '-07:00',
      platformAdditionalInfo: null,
    });
    expect(connectorCallOf('netsuite', { user, authHeader })).toEqual({
      user: { id: '5-netsuite', hostname: '1234567.app.netsuite.com', timezoneName: undefined },
      authHeader,
    });
  });

  it('is Bullhorn’s CorporateUser with the token of the session', () => {
    const user = rowOf({
      id: '990017-bullhorn',
      hostname: 'cls9.bullhornstaffing.com',
      timezoneName: '',
      timezoneOffset: '-480',
      platformAdditionalInfo: {
        id: 11,
        restUrl: 'https://rest9.bullhornstaffing.com/rest-services/e999/',
        bhRestToken: 'session-token',
        loginUrl: 'https://auth.example',
      },
    });
    expect(connectorCallOf('bullhorn', { user, authHeader })).toEqual({
      user: {
        id: '11',
        timezoneName: 'America/Los_Angeles',
        platformAdditionalInfo: { restUrl: 'https://rest9.bullhornstaffing.com/rest-services/e999/' },
      },
      authHeader: 'session-token',
    });
  });

  it('is nobody in particular where the row is not as agreed', () => {
    const user = rowOf({ id: null, hostname: 7, platformAdditionalInfo: 'none' });
    expect(connectorCallOf('clio', { user, authHeader })).toEqual({
      user: { id: '', hostname: undefined, timezoneName: undefined },
      authHeader,
    });
  });
});
