import type { User } from '../../../../../sandbox/netsuite/entities';
import { at, calendarEvent, createScriptHarness, nowMs, user } from '../script-harness';

const meeting = calendarEvent('100', {
  location: 'Room 1',
  attendees: [{ personId: '10', response: 'NO_RESPONSE', attendance: 'OPTIONAL' }],
});

function createHarness() {
  return createScriptHarness({
    events: [meeting, calendarEvent('200', { accessLevel: 'PRIVATE', ownerId: '2', organizerId: '2' })],
  });
}

const load = "const event = record.load({ type: record.Type.CALENDAR_EVENT, id: '100' });";

describe('A loaded calendar event', () => {
  it('gives dates and times as Date, and as text in the formats of the user', () => {
    const body = `${load}
      const date = event.getValue({ fieldId: 'startdate' });
      const time = event.getValue('starttime');
      return [date instanceof Date, date.getTime(), time.getFullYear(), time.getHours(), time.getMinutes(),
        event.getText('startdate'), event.getText('endtime'), event.getText('lastmodifieddate')];`;
    expect(createHarness().value(body)).toEqual([
      true,
      at('2026-03-17 00:00', 'America/Los_Angeles'),
      1970,
      9,
      30,
      '3/17/2026',
      '10:00 am',
      '3/2/2026 8:00 am',
    ]);
  });

  it('gives the lines of its attendees', () => {
    const body = `${load}
      const read = (method, fieldId) => event[method]({ sublistId: 'attendee', fieldId, line: 0 });
      return [event.getLineCount({ sublistId: 'attendee' }), read('getSublistValue', 'attendee'),
        read('getSublistText', 'attendee'), read('getSublistValue', 'response'), event.getText('status')];`;
    expect(createHarness().value(body)).toEqual([1, '10', 'Carla Cruz', 'NO_RESPONSE', 'Confirmed']);
  });

  it('does not exist where it is private to others', () => {
    expect(createHarness().code("record.load({ type: 'calendarevent', id: 200 });")).toBe('RCRD_DSNT_EXIST');
    expect(createHarness().code("record.load({ type: 'calendarevent', id: 999 });")).toBe('RCRD_DSNT_EXIST');
  });
});

describe('A saved calendar event', () => {
  it('is created on the wall clock of the user', () => {
    const harness = createHarness();
    const body = `const event = record.create({ type: 'calendarevent' });
      event.setValue({ fieldId: 'title', value: 'New' }).setValue('startdate', new Date(2026, 6, 1));
      event.setValue('starttime', new Date(1970, 0, 1, 9, 0, 0));
      event.setValue('endtime', new Date(1970, 0, 1, 9, 45, 0));
      event.setSublistValue({ sublistId: 'attendee', fieldId: 'attendee', line: 0, value: 20 });
      return event.save();`;
    expect(harness.value(body)).toBe(201);
    expect(harness.state.events.get('201')).toMatchObject({
      title: 'New',
      organizerId: '1',
      status: 'CONFIRMED',
      timeZone: 'America/New_York',
      occurrences: [{ startMs: at('2026-07-01 09:00'), endMs: at('2026-07-01 09:45') }],
      attendees: [{ personId: '20', response: 'NO_RESPONSE' }],
      createdMs: nowMs,
    });
  });

  it('keeps its times where only the title changes', () => {
    const harness = createHarness();
    harness.value(`${load} event.setValue('title', 'Renamed'); event.save();`);
    expect(harness.state.events.get('100')).toEqual({ ...meeting, title: 'Renamed', lastModifiedMs: nowMs });
  });

  it('needs a title and its times, in this order', () => {
    const incomplete =
      "const event = record.create({ type: 'calendarevent' }); event.setValue('title', 'A');";
    expect(createHarness().code(`${incomplete} event.save();`)).toBe('MISSING_MANDATORY_FIELDS');
    const backwards = `${load} event.setValue('endtime', new Date(1970, 0, 1, 8, 0)); event.save();`;
    expect(createHarness().code(backwards)).toBe('INVALID_FLD_VALUE');
  });

  it('takes dates as Date only', () => {
    expect(createHarness().code(`${load} event.setValue('startdate', '3/18/2026');`)).toBe(
      'INVALID_FLD_VALUE',
    );
  });

  it('changes by submitFields, for the fields that are inline-editable', () => {
    const harness = createHarness();
    const submit = (values: string) =>
      `return record.submitFields({ type: 'calendarevent', id: 100, values: ${values} });`;
    expect(harness.value(submit("{ startdate: '3/18/2026', status: 'CANCELLED' }"))).toBe(100);
    expect(harness.state.events.get('100')).toMatchObject({
      status: 'CANCELLED',
      occurrences: [{ startMs: at('2026-03-18 09:30'), endMs: at('2026-03-18 10:00') }],
    });
    expect(harness.code(submit("{ message: 'no' }"))).toBe('INVALID_FLD_VALUE');
  });

  it('is gone when it is deleted', () => {
    const harness = createHarness();
    harness.value("record.delete({ type: 'calendarevent', id: 100 });");
    expect(harness.state.events.has('100')).toBe(false);
  });
});

describe('Permissions', () => {
  it.each([
    ['VIEW', "record.create({ type: 'calendarevent' });"],
    ['CREATE', "record.submitFields({ type: 'calendarevent', id: 100, values: { title: 'A' } });"],
    ['CREATE', `${load} event.save();`],
    ['EDIT', "record.delete({ type: 'calendarevent', id: 100 });"],
  ] as const)('%s does not suffice for %s', (level, body) => {
    const caller: User = { ...user, permissions: { LIST_EVENT: level } };
    expect(createHarness().code(body, { user: caller })).toBe('INSUFFICIENT_PERMISSION');
  });
});
