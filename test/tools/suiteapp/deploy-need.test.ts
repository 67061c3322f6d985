import type { DeployFacts } from '../../../tools/suiteapp/deploy-facts';
import { nextNeed } from '../../../tools/suiteapp/deploy-need';

const atADesk: DeployFacts = {
  javaVersion: 17,
  hasJar: true,
  acceptsLicense: false,
  isCi: false,
  passkey: 'missing',
  authId: 'production',
  isInteractive: true,
};

const inCi: DeployFacts = { ...atADesk, isCi: true, passkey: 'usable', isInteractive: false };

describe('what a deployment still needs', () => {
  it.each([
    ['at a desk', atADesk],
    ['in CI', inCi],
    ['with the other Java', { ...atADesk, javaVersion: 21 }],
  ])('is nothing when all is there, %s', (_where, facts) => {
    expect(nextNeed(facts)).toBeUndefined();
  });

  it.each([
    [0, 'Java is not installed'],
    [11, 'Java 11 is installed'],
    [25, 'Java 25 is installed'],
  ])('is a Java the CLI knows, when there is Java %s', (javaVersion, words) => {
    expect(nextNeed({ ...atADesk, javaVersion })).toEqual({
      what: 'java',
      explanation: expect.stringContaining(words),
    });
  });

  it('is a yes to Oracle’s licence, asked of a person before the jar is fetched', () => {
    expect(nextNeed({ ...atADesk, hasJar: false })).toEqual({
      what: 'jar',
      explanation: expect.stringContaining(
        'https://www.oracle.com/downloads/licenses/oracle-free-license.html',
      ),
      question: expect.stringContaining('do you accept them?'),
      remedy: 'fetch-jar',
    });
  });

  it('is never taken for accepted where nobody can be asked', () => {
    expect(nextNeed({ ...inCi, hasJar: false })).toEqual({
      what: 'jar',
      explanation: expect.stringContaining('set SUITECLOUD_CLI_ACCEPT_LICENSE=true'),
    });
  });

  it.each([
    ['at a desk', atADesk],
    ['in CI', inCi],
  ])('is the jar alone where the licence was accepted beforehand, %s', (_where, facts) => {
    const need = nextNeed({ ...facts, hasJar: false, acceptsLicense: true });
    expect(need).toMatchObject({ what: 'jar', remedy: 'fetch-jar' });
    expect(need).not.toHaveProperty('question');
  });

  it.each([
    ['missing', 'is not set'],
    ['malformed', 'is not 32 to 100 letters and digits'],
  ] as const)('is the passkey in CI, when it is %s', (passkey, words) => {
    expect(nextNeed({ ...inCi, passkey })).toEqual({
      what: 'passkey',
      explanation: expect.stringContaining(words),
    });
  });

  it('is a sign-in, in the browser of the person who is there', () => {
    expect(nextNeed({ ...atADesk, authId: '' })).toMatchObject({ what: 'auth-id', remedy: 'sign-in' });
  });

  it('is a sign-in made beforehand where nobody is there, and says with which command', () => {
    expect(nextNeed({ ...inCi, authId: '' })).toEqual({
      what: 'auth-id',
      explanation: expect.stringContaining('suitecloud account:setup:ci --account'),
    });
  });

  it('is named one after the other, each before what depends on it', () => {
    const nothing: DeployFacts = { ...inCi, javaVersion: 0, hasJar: false, passkey: 'missing', authId: '' };
    expect(nextNeed(nothing)?.what).toBe('java');
    expect(nextNeed({ ...nothing, javaVersion: 17 })?.what).toBe('jar');
    expect(nextNeed({ ...nothing, javaVersion: 17, hasJar: true })?.what).toBe('passkey');
    expect(nextNeed({ ...nothing, javaVersion: 17, hasJar: true, passkey: 'usable' })?.what).toBe('auth-id');
  });
});
