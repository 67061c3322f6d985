import { isRegisteredRedirectUri } from '../../../sandbox/core/redirect-uri';

describe('a redirect URI', () => {
  const registered = ['https://app.example/callback', 'myapp://callback'];

  it('is registered as it is written, or is an address of this computer', () => {
    for (const uri of [...registered, 'http://127.0.0.1:8080/x', 'http://localhost/cb', 'http://[::1]:9/']) {
      expect([uri, isRegisteredRedirectUri(registered, uri)]).toEqual([uri, true]);
    }
  });

  it('is not registered when it only looks alike', () => {
    const others = [
      '',
      'callback',
      'https://app.example/callback/',
      'https://app.example/callback?x=1',
      'http://127.0.0.1.evil.example/',
      'http://localhost@evil.example/',
      'javascript://localhost/%0aalert(1)',
    ];
    for (const uri of others) expect([uri, isRegisteredRedirectUri(registered, uri)]).toEqual([uri, false]);
  });
});
