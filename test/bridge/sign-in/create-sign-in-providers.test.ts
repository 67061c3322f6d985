import { createSignInProviders } from '../../../bridge/sign-in/create-sign-in-providers';

const app = { clientId: 'id', clientSecret: 'secret' };

describe('the sign-in providers', () => {
  it('are there for the CRMs that the bridge has an app for', () => {
    expect(createSignInProviders({ netsuite: app, clio: { apps: { us: app } } })).toMatchObject({
      netsuite: { platform: 'netsuite', usesPkce: true },
      clio: { platform: 'clio', usesPkce: false },
    });
    expect(createSignInProviders({ bullhorn: app })).toMatchObject({ bullhorn: { platform: 'bullhorn' } });
  });

  it('are missing for the others', () => {
    expect(createSignInProviders({})).toEqual({});
  });
});
