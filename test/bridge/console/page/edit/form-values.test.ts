import {
  createBodyOf,
  formValuesOf,
  issuesOf,
  issuesOfBridge,
  newFormValues,
  patchOf,
} from '../../../../../bridge/console/page/edit/form-values';
import { createRequestSchema, patchRequestSchema } from '../../../../../src/contract/change.schema';
import { appointmentExample } from '../../../../../src/contract/examples';

const ZONE = 'Europe/Berlin';
const nowMs = Date.parse('2026-07-20T10:07:00Z');
const rules = { crossesMidnight: true, crmName: 'NetSuite', crmTimeZone: 'America/Los_Angeles' };

describe('a new form', () => {
  it('starts at the next half hour in the viewer’s zone', () => {
    expect(newFormValues(nowMs, ZONE)).toMatchObject({
      day: '2026-07-20',
      time: '12:30',
      durationMinutes: '30',
    });
  });

  it('wants a title, and nothing else that it does not have', () => {
    expect(issuesOf(newFormValues(nowMs, ZONE), undefined, rules)).toEqual({ title: 'Enter a title.' });
  });

  it('becomes a create that the contract takes, at the instant that was meant', () => {
    const values = {
      ...newFormValues(nowMs, ZONE),
      title: ' Call ',
      people: [{ id: '5', name: 'Ada', type: 'contact' }],
    };
    expect(createRequestSchema.parse(createBodyOf(values))).toMatchObject({
      title: 'Call',
      startTimeUtc: '2026-07-20T10:30:00.000Z',
      durationMinutes: 30,
      contacts: [{ id: '5', type: 'contact' }],
    });
  });
});

describe('the form of an appointment', () => {
  const values = formValuesOf(appointmentExample, ZONE);

  it('has nothing to save before anything is changed', () => {
    expect(patchOf(values, appointmentExample)).toEqual({});
  });

  it('sends only what was changed', () => {
    expect(patchOf({ ...values, title: 'Another' }, appointmentExample)).toEqual({ title: 'Another' });
    const moved = patchOf({ ...values, time: '10:00' }, appointmentExample);
    expect(moved).toEqual({ startTimeUtc: '2026-07-20T08:00:00.000Z' });
    expect(patchRequestSchema.safeParse(moved).success).toBe(true);
  });

  it('takes the same people in another order for the same', () => {
    const ada = { id: '501', name: 'Ada', type: 'contact' };
    const bob = { id: '502', name: 'Bob', type: 'contact' };
    const base = { ...appointmentExample, attendees: [ada, bob] };
    expect(patchOf({ ...formValuesOf(base, ZONE), people: [bob, ada] }, base)).toEqual({});
    expect(patchOf({ ...formValuesOf(base, ZONE), people: [] }, base)).toEqual({ contacts: [] });
  });
});

describe('what is wrong in a form', () => {
  const values = { ...newFormValues(nowMs, ZONE), title: 'Call' };

  it.each([
    [{ day: '' }, { day: 'Enter a day.' }],
    [{ time: '' }, { time: 'Enter a time, like 09:30.' }],
    [{ durationMinutes: '0' }, { durationMinutes: 'Enter whole minutes, at least 1.' }],
    [{ durationMinutes: '1.5' }, { durationMinutes: 'Enter whole minutes, at least 1.' }],
  ])('of %j is said beside the field', (change, issues) => {
    expect(issuesOf({ ...values, ...change }, undefined, rules)).toEqual(issues);
  });

  it('is an appointment over the CRM user’s midnight where the CRM cannot keep one', () => {
    const late = { ...values, time: '08:45', durationMinutes: '30' };
    expect(issuesOf(late, undefined, { ...rules, crossesMidnight: false })).toEqual({
      durationMinutes: expect.stringContaining('NetSuite keeps an appointment within one day'),
    });
    const untilMidnight = { ...late, durationMinutes: '15' };
    expect(issuesOf(untilMidnight, undefined, { ...rules, crossesMidnight: false })).toEqual({
      durationMinutes: expect.stringContaining('until 23:59 in Los Angeles'),
    });
    expect(
      issuesOf({ ...late, durationMinutes: '14' }, undefined, { ...rules, crossesMidnight: false }),
    ).toEqual({});
  });

  it('is not what the CRM has and nobody changed', () => {
    const long = { ...appointmentExample, durationMinutes: 3000 };
    const form = { ...formValuesOf(long, ZONE), title: 'Renamed' };
    expect(issuesOf(form, long, { ...rules, crossesMidnight: false })).toEqual({});
  });

  it('is put beside its field where the bridge complains', () => {
    expect(
      issuesOfBridge([
        { path: 'contacts.0.id', message: 'must be a contact id' },
        { path: '', message: 'is bad' },
      ]),
    ).toEqual({
      people: 'This must be a contact id.',
    });
  });
});
