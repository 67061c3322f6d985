import { credentialOf, keyOfCall, type RecordedCall } from '../../../tools/bench/vendor-exchange';

const call = (changes: Partial<RecordedCall>): RecordedCall => ({
  method: 'GET',
  url: '/api/v4/calendar_entries.json?from=2030',
  headers: { authorization: 'Bearer token' },
  body: '',
  ...changes,
});

const query = (body: string): RecordedCall =>
  call({ method: 'POST', url: '/rest-services/e999/query/Appointment', body });

describe('a recorded call', () => {
  it('is the same for every user of the bench, and another for another credential', () => {
    const ofSeventh = call({ headers: { authorization: credentialOf('Bearer token', 7) } });
    expect(keyOfCall(ofSeventh)).toBe(keyOfCall(call({})));
    expect(keyOfCall(call({ headers: { bhresttoken: 'other' } }))).not.toBe(keyOfCall(call({})));
  });

  it('is another for another page', () => {
    expect(keyOfCall(call({ url: '/api/v4/calendar_entries.json?from=2031' }))).not.toBe(keyOfCall(call({})));
  });

  it('is the same whatever key the bridge chose for a new appointment', () => {
    const byExternalId = (key: string) => call({ url: `/record/v1/calendarEvent/eid:app-connect-${key}` });
    expect(keyOfCall(byExternalId('a1'))).toBe(keyOfCall(byExternalId('b2')));
    const byUuid = (key: string) => query(`{"where":"appointmentUUID='${key}' OR owner.id=5"}`);
    expect(keyOfCall(byUuid('a1'))).toBe(keyOfCall(byUuid('b2')));
  });

  it('counts a body that is a question, not one that is written', () => {
    expect(keyOfCall(query('{"where":"id=1"}'))).not.toBe(keyOfCall(query('{"where":"id=2"}')));
    const create = (body: string) => call({ method: 'POST', body });
    expect(keyOfCall(create('{"data":1}'))).toBe(keyOfCall(create('{"data":2}')));
  });
});
