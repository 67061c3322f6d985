import { hashOf, requestFingerprint } from '../../../bridge/idempotency/request-fingerprint';

const operation = 'updateAppointment';
const fingerprint = (body: unknown, appointmentId = '77') =>
  requestFingerprint({ operation, appointmentId, body });

describe('the fingerprint of a request', () => {
  it('is the same whatever the order of the members', () => {
    const one = { title: 'x', contacts: [{ id: '1', type: 'contact' }] };
    const other = { contacts: [{ type: 'contact', id: '1' }], title: 'x' };
    expect(fingerprint(one)).toBe(fingerprint(other));
  });

  it.each([
    [{ title: 'y' }, '77', operation],
    [{ title: 'x', location: 'x' }, '77', operation],
    [{ title: 'x' }, '78', operation],
    [{ title: 'x' }, '77', 'cancelAppointment'],
  ] as const)('is another one for %j of %s by %s', (body, appointmentId, otherOperation) => {
    const other = requestFingerprint({ operation: otherOperation, appointmentId, body });
    expect(other).not.toBe(fingerprint({ title: 'x' }));
  });

  it('tells the order of lists, and no text from its neighbour', () => {
    expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]));
    expect(hashOf('a', 'bc')).not.toBe(hashOf('ab', 'c'));
  });
});
