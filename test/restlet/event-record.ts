/** Builds event records for tests: a plain meeting in American formats, changed where a test says so. */
import type { EventRecord } from '../../src/restlet/ports';
import { createUserFormat, englishWords } from '../../src/restlet/user-format';

export const americanFormat = createUserFormat({
  dateFormat: 'M/D/YYYY',
  timeFormat: 'h:mm a',
  words: englishWords,
});

export const eventRecord = (changes: Partial<EventRecord> = {}): EventRecord => ({
  id: '101',
  title: 'Renewal call',
  message: '',
  location: '',
  status: 'CONFIRMED',
  startDate: '7/20/2026',
  startTime: '3:00 pm',
  endTime: '4:00 pm',
  instanceStart: '',
  instanceEnd: '',
  isAllDay: false,
  timeZone: '',
  organizerId: '7',
  organizerName: 'Ann Able',
  lastModified: '7/1/2026 9:00 am',
  ...changes,
});
