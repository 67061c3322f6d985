import { isSameVersion, opaqueVersion } from '../../src/contract/required-version';

describe('a version', () => {
  it.each(['7', '"7"', 'W/"7"', ' "7" '])('is the same in every spelling: %s', (spelled) => {
    expect(opaqueVersion(spelled)).toBe('7');
    expect(isSameVersion(spelled, '7')).toBe(true);
  });

  it.each(['8', '"77"', '""', ''])('is another one: %s', (other) => {
    expect(isSameVersion('7', other)).toBe(false);
  });
});
