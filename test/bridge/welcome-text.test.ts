import { welcomeText } from '../../bridge/welcome-text';
import { appointmentOfRow } from '../../bridge/adapters/netsuite/mapper';
import { calendarEventRowSchema } from '../../bridge/adapters/netsuite/schema';
import { rowOf } from './fake-netsuite';

const appointmentAt = (id: string, startTimeUtc: string, endTimeUtc: string, more: object = {}) =>
  appointmentOfRow(calendarEventRowSchema.parse(rowOf({ id, startTimeUtc, endTimeUtc, ...more })), '5');

const olga = {
  platform: 'netsuite',
  name: 'Olga',
  timeZone: 'America/Los_Angeles',
  clientToken: 'TOKEN-5',
} as const;
const cleo = { platform: 'clio', name: 'Cleo', timeZone: 'Europe/Paris', clientToken: 'TOKEN-6' } as const;

const CONSOLE_URL = 'http://127.0.0.1:8080/console/';

const textOf = (appointments: ReturnType<typeof appointmentAt>[], consoleUrl?: string): string =>
  welcomeText({
    baseUrl: 'http://127.0.0.1:8080',
    consoleUrl,
    sandbox: {
      baseUrls: {
        netsuite: 'http://127.0.0.1:9001',
        bullhorn: 'http://127.0.0.1:9002',
        clio: 'http://127.0.0.1:9003',
      },
      notes: ['The RESTlet is the compiled one.'],
      users: [olga, cleo],
    },
    calendars: [
      { user: olga, appointments },
      { user: cleo, appointments: [] },
    ],
    nowMs: Date.parse('2026-07-20T12:00:00Z'),
  });

describe('the text at the start', () => {
  it('says where things are and gives a line to try', () => {
    const text = textOf([]);
    expect(text).toContain('http://127.0.0.1:9001');
    expect(text).toContain('The RESTlet is the compiled one.');
    expect(text).toContain("curl -H 'Authorization: Bearer TOKEN-5' http://127.0.0.1:8080/appointments");
    expect(text).toContain('Clio: what comes next for Cleo, times in Europe/Paris');
    expect(text).toContain('http://127.0.0.1:8080/demo-users');
    expect(text).toContain('Nothing in the next three months.');
  });

  it('begins with the address of the console, where it is on', () => {
    const [first, second] = textOf([], CONSOLE_URL)
      .split('\n')
      .filter((line) => line.trim() !== '');
    expect([first?.trim(), second?.trim()]).toEqual(['Open in your browser', CONSOLE_URL]);
    expect(textOf([])).not.toContain('browser');
  });

  it('shows the next appointments in the user’s zone, aligned', () => {
    const text = textOf([
      appointmentAt('1', '2026-07-19T22:00:00.000Z', '2026-07-19T23:00:00.000Z', { title: 'Over' }),
      appointmentAt('2', '2026-07-20T22:00:00.000Z', '2026-07-20T23:00:00.000Z', { title: 'Short' }),
      appointmentAt('3', '2026-12-20T22:00:00.000Z', '2026-12-20T23:30:00.000Z', { title: 'A longer title' }),
      appointmentAt('4', '2026-12-21T08:00:00.000Z', '2026-12-22T08:00:00.000Z', { isAllDay: true }),
    ]);
    expect(text).not.toContain('Over');
    expect(text).toContain('times in America/Los_Angeles');
    expect(text).toContain('Mon 20 Jul  15:00–16:00  Short             Carl Contact  scheduled');
    expect(text).toContain('Sun 20 Dec  14:00–15:30  A longer title    Carl Contact  scheduled');
    expect(text).toContain('Mon 21 Dec  all day ');
  });

  it('shows the day of the end where it is another one', () => {
    const text = textOf([
      appointmentAt('1', '2026-11-20T17:00:00.000Z', '2026-11-23T01:00:00.000Z', { title: 'Conference' }),
      appointmentAt('2', '2026-11-21T06:00:00.000Z', '2026-11-21T08:00:00.000Z', { title: 'Until midnight' }),
      appointmentAt('3', '2026-11-21T06:00:00.000Z', '2026-11-21T09:00:00.000Z', { title: 'Past midnight' }),
      appointmentAt('4', '2026-12-24T08:00:00.000Z', '2026-12-27T08:00:00.000Z', { isAllDay: true }),
    ]);
    expect(text).toMatch(/Fri 20 Nov  09:00–Sun 22 Nov 17:00  Conference/);
    expect(text).toMatch(/Fri 20 Nov  22:00–00:00 +Until midnight/);
    expect(text).toMatch(/Fri 20 Nov  22:00–Sat 21 Nov 01:00  Past midnight/);
    expect(text).toMatch(/Thu 24 Dec  all day, to Sat 26 Dec +Quarterly/);
  });

  it('shows four of each calendar and no more', () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      appointmentAt(String(index), '2026-07-21T22:00:00.000Z', '2026-07-21T23:00:00.000Z'),
    );
    expect(textOf(many).match(/Quarterly review/g)).toHaveLength(4);
  });
});
