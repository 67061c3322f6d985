import { AppointmentError } from '../../src/contract/failure';
import {
  dayParameter,
  flagParameter,
  idParameter,
  integerParameter,
  wordsParameter,
  zoneParameter,
} from '../../src/restlet/parameters';

const complaint = (read: () => unknown): AppointmentError => {
  try {
    read();
  } catch (error) {
    if (error instanceof AppointmentError) return error;
    throw error;
  }
  throw new Error('nothing was complained about');
};

const pageSize = { min: 5, max: 1000, otherwise: 1000 };

describe('a parameter that is wrong is named', () => {
  it.each([
    ['startDate', () => dayParameter({ startDate: '07/20/2026' }, 'startDate')],
    ['endDate', () => dayParameter({ endDate: '2026-02-30' }, 'endDate')],
    ['page', () => integerParameter({ page: '-1' }, 'page', { min: 0, max: 99, otherwise: 0 })],
    ['page', () => integerParameter({ page: '1.5' }, 'page', { min: 0, max: 99, otherwise: 0 })],
    ['pageSize', () => integerParameter({ pageSize: '4' }, 'pageSize', pageSize)],
    ['pageSize', () => integerParameter({ pageSize: '1001' }, 'pageSize', pageSize)],
    ['pageSize', () => integerParameter({ pageSize: '1e2' }, 'pageSize', pageSize)],
    ['id', () => idParameter({ id: "5' or '1'='1" }, 'id')],
    ['contactId', () => idParameter({ contactId: 'abc' }, 'contactId')],
    ['mineOnly', () => flagParameter({ mineOnly: 'maybe' }, 'mineOnly', true)],
    ['q', () => wordsParameter({ q: 'x'.repeat(201) }, 'q')],
    ['q', () => wordsParameter({ q: 'a b c d e f g h i j k' }, 'q')],
    ['timeZone', () => zoneParameter({ timeZone: "x' OR 1" })],
    ['utcOffset', () => zoneParameter({ utcOffset: '+25:00' })],
    ['utcOffset', () => zoneParameter({ utcOffset: '+05:30', timeZone: 'Asia/Calcutta' })],
    ['id', () => idParameter({ id: ['1', '2'] }, 'id')],
  ])('%s', (name, read) => {
    const error = complaint(read);
    expect(error.code).toBe('invalid_request');
    expect(error.message.startsWith(`${name}: `)).toBe(true);
    expect(error.details.issues?.[0]?.path).toBe(name);
  });
});

describe('a parameter that is right is read', () => {
  it('also with spaces around it, or empty for "not given"', () => {
    expect(dayParameter({ startDate: ' 2026-07-20 ' }, 'startDate')).toBe(Date.UTC(2026, 6, 20));
    expect(dayParameter({ startDate: '' }, 'startDate')).toBeUndefined();
    expect(integerParameter({}, 'pageSize', pageSize)).toBe(1000);
    expect(integerParameter({ pageSize: '5' }, 'pageSize', pageSize)).toBe(5);
    expect(idParameter({ id: '00123' }, 'id')).toBe('00123');
    // The first administrator of an account.
    expect(idParameter({ contactId: '-5' }, 'contactId')).toBe('-5');
    expect(flagParameter({ mineOnly: 'False' }, 'mineOnly', true)).toBe(false);
    expect(flagParameter({ mineOnly: 'T' }, 'mineOnly', false)).toBe(true);
    expect(wordsParameter({ q: '  call  Ann call ' }, 'q')).toEqual(['call', 'Ann']);
  });

  it('an offset also when a URL turned its plus into a space', () => {
    expect(zoneParameter({ utcOffset: ' 05:30' })?.zone).toBe('+05:30');
    expect(zoneParameter({ utcOffset: '-07:00' })?.zone).toBe('-07:00');
    expect(zoneParameter({ timeZone: 'America/Argentina/Buenos_Aires' })?.zone).toBe(
      'America/Argentina/Buenos_Aires',
    );
    expect(zoneParameter({})).toBeUndefined();
  });
});
