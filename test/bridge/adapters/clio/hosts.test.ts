import { baseUrlOf } from '../../../../bridge/adapters/clio/hosts';

describe('the host of a Clio account', () => {
  it.each([
    ['app.clio.com', 'https://app.clio.com'],
    [' EU.app.clio.com ', 'https://eu.app.clio.com'],
    ['ca.app.clio.com', 'https://ca.app.clio.com'],
    ['au.app.clio.com', 'https://au.app.clio.com'],
  ])('of %j is %s', (hostname, baseUrl) => {
    expect(baseUrlOf(hostname, undefined)).toBe(baseUrl);
  });

  it('gives way to another base URL', () => {
    expect(baseUrlOf('eu.app.clio.com', 'http://127.0.0.1:9/')).toBe('http://127.0.0.1:9');
  });

  it.each([
    '',
    'clio.com',
    'us.app.clio.com',
    'app.clio.com.evil.example',
    'evil.example/app.clio.com',
    'app.clio.com@evil.example',
    'app.clio.com:8443',
    'appxclio.com',
  ])('is not %j, also where another base URL is set', (hostname) => {
    expect(() => baseUrlOf(hostname, 'http://127.0.0.1:9')).toThrow(
      expect.objectContaining({
        code: 'invalid_request',
        message: expect.stringContaining('x-crm-hostname'),
      }),
    );
  });
});
