import { readAppointmentStatus } from '../../src/contract/appointment-status';

describe('a status', () => {
  it.each([
    ['Cancel', 'cancelled'],
    [' CANCELED ', 'cancelled'],
    ['complete', 'completed'],
    ['confirm', 'confirmed'],
    ['tentative', 'tentative'],
  ])('is read from %j', (word, status) => {
    expect(readAppointmentStatus(word)).toBe(status);
  });

  it.each(['', 'done', ...Object.getOwnPropertyNames(Object.prototype)])('is not read from %j', (word) => {
    expect(readAppointmentStatus(word)).toBeUndefined();
  });
});
