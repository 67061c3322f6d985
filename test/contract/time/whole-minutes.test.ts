import { wholeMinutes } from '../../../src/contract/time/whole-minutes';

const SECOND_MS = 1000;

describe('a length in whole minutes', () => {
  it.each([
    [0, 0],
    [1, 1],
    [60, 1],
    [89, 1],
    [90, 2],
    [3599, 60],
    [3600, 60],
  ])('of %d seconds is %d', (seconds, minutes) => {
    expect(wholeMinutes(seconds * SECOND_MS)).toBe(minutes);
  });
});
