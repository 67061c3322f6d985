/** Do the RESTlets tell an administrator, and nobody else, what NetSuite does; and nothing of anybody? */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { NetSuiteSwitches } from '../../sandbox/netsuite/switches';
import { eventTimesParameter } from '../../src/contract/event-times-parameter';
import { restletVersion } from '../../src/contract/restlet-version';
import { callRestlet, listEvents, unitsOfLastCall } from './call-restlet';
import { person } from '../../tools/netsuite-account';
import { event, openNetSuite, user } from './netsuite-account';

const HOUR_MS = 3_600_000;
const NOW_MS = Date.UTC(2026, 6, 20, 19);
const root = path.join(__dirname, '../..');

const eastern = { timeZone: 'America/New_York', dateFormat: 'DD.MM.YYYY', timeFormat: 'H-mm' };
const pacific = { timeZone: 'America/Los_Angeles', dateFormat: 'M/D/YYYY', timeFormat: 'h:mm a' };

const account = () => ({
  users: [
    { ...user('11', eastern), roleScriptId: 'ADMINISTRATOR', permissions: 'administrator' as const },
    user('12', pacific),
  ],
  people: [person('41', 'contact', 'Ann Miller')],
  events: [
    event('1', '11', NOW_MS + HOUR_MS, 30, {
      title: 'Secret merger',
      timeZone: 'America/New_York',
      attendees: [{ personId: '41', response: 'NO_RESPONSE', attendance: 'REQUIRED' }],
    }),
    event('2', '12', NOW_MS + 2 * HOUR_MS, 30),
  ],
});

const withAccount = async (
  switches: Partial<NetSuiteSwitches>,
  act: (netSuite: Awaited<ReturnType<typeof openNetSuite>>) => Promise<void>,
): Promise<void> => {
  const netSuite = await openNetSuite(account(), { frozenAtMs: NOW_MS, switches });
  try {
    await act(netSuite);
  } finally {
    await netSuite.close();
  }
};

const diagnose = async (netSuite: Awaited<ReturnType<typeof openNetSuite>>, employeeId: string) =>
  callRestlet(netSuite, employeeId, 'rcfetchcalendarevents', { diagnostics: '1' });

describe('the diagnostics of the listing RESTlet', () => {
  it('count what an administrator sees, in the formats of the administrator', async () => {
    await withAccount({}, async (netSuite) => {
      const { status, body } = await diagnose(netSuite, '11');
      expect(status).toBe(200);
      expect(body).toMatchObject({
        version: restletVersion,
        engine: { hasIntl: false, hasTemporal: false, januaryOffsetMinutes: -480, julyOffsetMinutes: -420 },
        preferences: eastern,
        features: { CRM: true, RESTWEBSERVICES: true },
        eventTimesIn: 'reader-zone',
        receivesScriptParameters: false,
        format: {
          dateTime: { shown: '20.07.2026 18-05-07', isReadBack: true },
          timeOfDay: { shown: '15-05', isReadBack: true },
        },
        search: { rows: 1, events: 1, repeatedRows: 0, eventsWithOccurrences: 0 },
        attendees: { rows: 1, named: 1, responses: ['NO_RESPONSE'] },
        joins: { camel: 1, lower: { refused: 'SSS_INVALID_SRCH_COLUMN' } },
        visibility: { byDateOnly: 0, byDateAndStatus: 2 },
        unitsUsed: unitsOfLastCall(netSuite),
      });
    });
  });

  it('hold no title, no name and no id of a person', async () => {
    await withAccount({}, async (netSuite) => {
      const text = JSON.stringify((await diagnose(netSuite, '11')).body);
      for (const word of ['Secret', 'Ann', 'Miller', 'Employee', 'example.com', '"11"', '"41"']) {
        expect(text).not.toContain(word);
      }
    });
  });

  it('are refused to every other role', async () => {
    await withAccount({}, async (netSuite) => {
      expect(await diagnose(netSuite, '12')).toMatchObject({
        status: 400,
        body: { error: { code: 'RC_FORBIDDEN' } },
      });
    });
  });

  it.each([
    [{ formatParsesTimeOfDay: false }, { format: { timeOfDay: { isReadBack: false } } }],
    [{ formulaSeesAllDay: false }, { allDayFormula: { readable: 0, rows: 1 } }],
    [{ formulaSeesTimeZone: false }, { timeZoneFormula: { readable: 0, rows: 1 } }],
    [{ attendeeJoinNames: 'lower' }, { joins: { camel: { refused: 'SSS_INVALID_SRCH_COLUMN' }, lower: 1 } }],
    [{ noResponse: 'NORESPONSE' }, { attendees: { responses: ['NORESPONSE'] } }],
    [{ instanceColumns: 'always' }, { search: { rowsWithInstance: 1 } }],
    [{ restletReceivesScriptParameters: true }, { receivesScriptParameters: true }],
    [{ intl: 'present' }, { engine: { hasIntl: true, hasIntlZones: true } }],
  ] as const)('show an account with %j', async (switches, seen) => {
    await withAccount(switches, async (netSuite) => {
      expect((await diagnose(netSuite, '11')).body).toMatchObject(seen);
    });
  });
});

describe('an account that shows the times of an event in its own zone', () => {
  it('gives a reader in another zone the right hour once the parameter says so', async () => {
    await withAccount({ searchTimesIn: 'event-zone' }, async (netSuite) => {
      const { data: before } = await listEvents(netSuite, '12', { id: '1' });
      expect(before[0]?.startTimeUtc).toBe(new Date(NOW_MS + 4 * HOUR_MS).toISOString());
      netSuite.sandbox.state.scriptParameters?.set(eventTimesParameter, 'event-zone');
      const { data: after } = await listEvents(netSuite, '12', { id: '1' });
      expect(after[0]?.startTimeUtc).toBe(new Date(NOW_MS + HOUR_MS).toISOString());
    });
  });

  it('lists an event on the reader’s day, although it is another in the zone of the event', async () => {
    await withAccount({ searchTimesIn: 'event-zone' }, async (netSuite) => {
      const { state } = netSuite.sandbox;
      state.scriptParameters?.set(eventTimesParameter, 'event-zone');
      const late = Date.UTC(2026, 6, 22, 5);
      state.events.set('3', event('3', '12', late, 30, { timeZone: 'Asia/Tokyo' }));
      const day = async (startDate: string) =>
        (await listEvents(netSuite, '12', { startDate, endDate: startDate })).data.map(({ id }) => id);
      expect(await day('2026-07-21')).toEqual(['3']);
      expect(await day('2026-07-22')).toEqual([]);
    });
  });

  it('guesses no zone where NetSuite does not tell it', async () => {
    await withAccount({ searchTimesIn: 'event-zone', formulaSeesTimeZone: false }, async (netSuite) => {
      netSuite.sandbox.state.scriptParameters?.set(eventTimesParameter, 'event-zone');
      const { data, unreadable } = await listEvents(netSuite, '12', { id: '1' });
      expect(data).toEqual([]);
      expect(unreadable).toEqual([{ id: '1', reason: expect.stringContaining('zone') }]);
    });
  });
});

describe('the RESTlets as they are deployed', () => {
  it('say the version of the manifest, and the units that a call has used', async () => {
    const manifest = readFileSync(path.join(root, 'manifest.xml'), 'utf8');
    expect(manifest).toContain(`<projectversion>${restletVersion}</projectversion>`);
    await withAccount({}, async (netSuite) => {
      for (const [script, parameters] of [
        ['rcfetchcalendarevents', {}],
        ['gettimezone', {}],
        ['rcsearchattendees', { name: 'ann' }],
      ] as const) {
        const { body } = await callRestlet(netSuite, '12', script, parameters);
        expect(body).toMatchObject({ version: restletVersion, unitsUsed: unitsOfLastCall(netSuite) });
      }
    });
  });

  it('declare the parameter that the listing reads', () => {
    const object = path.join(root, 'src/Objects/customscript_rcfetchcalendarevents.xml');
    expect(readFileSync(object, 'utf8')).toContain(`<scriptcustomfield scriptid="${eventTimesParameter}">`);
  });
});
