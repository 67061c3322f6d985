import { fc } from '../fast-check';
import { z } from 'zod';
import {
  attendeeSearchReplySchema,
  calendarEventsReplySchema,
  timeZoneReplySchema,
} from '../../bridge/adapters/netsuite/schema';
import { AppointmentError } from '../../src/contract/failure';
import { restlets } from '../../src/contract/restlets';
import { intlZoneClock, isKnownTimeZone } from '../../src/contract/time/intl-zone-clock';
import type { ZoneClock } from '../../src/contract/time/zone-clock';
import { readListRequest } from '../../src/restlet/list-request';
import { searchAttendees } from '../../src/restlet/search-attendees';
import { sandboxNowMs, sandboxTimeZone } from '../conformance/sandbox-clock';
import { holds, timeoutMsOf } from './fuzz-run';
import { openFuzzedCrms, type FuzzedCrms } from './fuzzed-crms';
import { hostileDay, hostileJson, hostileText } from './hostile-values';
import { encodedOnce, writtenForms } from './target-text';
import { createWire, type Wire } from './wire';

const SHARE = 0.1;
const known = [
  '2001',
  '7001',
  'Review',
  "O'Brien",
  '*',
  '100%',
  '2026-03-02',
  'America/Los_Angeles',
  '-08:00',
];

let crms: FuzzedCrms;
let wire: Wire;

beforeAll(async () => {
  crms = await openFuzzedCrms();
  wire = createWire(Number(new URL(crms.netsuite.door.baseUrl).port));
});
afterAll(async () => {
  wire.close();
  for (const { door } of Object.values(crms)) await door.close();
});

const goodValues: Readonly<Record<string, fc.Arbitrary<string>>> = {
  startDate: fc.constantFrom('2026-02-01', '2026-03-02', '1999-01-01'),
  endDate: fc.constantFrom('2026-03-02', '2026-04-01', '9998-12-31'),
  page: fc.constantFrom('0', '1', '999999'),
  pageSize: fc.constantFrom('5', '7', '1000'),
  mineOnly: fc.constantFrom('true', 'F', '0'),
  contactId: fc.constantFrom('2001', '2002', '1001'),
  id: fc.constantFrom('7001', '7002', '1'),
  q: fc.constantFrom('review', "O'Brien", '100%', '* OR', 'Review_2'),
  timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'UTC'),
  utcOffset: fc.constantFrom('-08:00', '+05:30', 'Z'),
  name: fc.constantFrom('ada', "O'Brien", '佐藤', 'AND', '100%'),
  limit: fc.constantFrom('1', '50', '200'),
};

interface RestletRequest {
  readonly parameters: readonly (readonly [name: string, value: string])[];
  readonly write: (text: string) => string;
}

const requestOf = (names: readonly string[]): fc.Arbitrary<RestletRequest> => {
  const hostile = fc.oneof(hostileText(known), hostileDay);
  const one = fc
    .constantFrom(...names)
    .chain((name) =>
      fc.tuple(
        fc.constant(name),
        fc.oneof({ weight: 2, arbitrary: goodValues[name] ?? hostile }, { weight: 1, arbitrary: hostile }),
      ),
    );
  const odd = fc.tuple(
    fc.oneof(fc.constantFrom('__proto__', 'constructor', 'recordtype'), hostileText(known)),
    hostile,
  );
  return fc.record({
    parameters: fc.array(fc.oneof({ weight: 9, arbitrary: one }, { weight: 1, arbitrary: odd }), {
      maxLength: 4,
    }),
    write: writtenForms,
  });
};

const refusalSchema = z.strictObject({
  error: z.strictObject({ code: z.literal('RC_INVALID_REQUEST'), message: z.string() }),
});

/** The reply; undefined where the request was refused. @throws Error for any other answer */
const call = async (name: keyof typeof restlets, { parameters, write }: RestletRequest): Promise<unknown> => {
  const { scriptId, deploymentId } = restlets[name];
  const given = parameters
    .map(([parameter, value]) => `${encodedOnce(parameter)}=${write(value)}`)
    // Which script runs is not for a parameter of the script to say, nor for a value that is written as it is.
    .filter(
      (written) => !['script', 'deploy'].some((parameter) => new URLSearchParams(written).has(parameter)),
    );
  const { status, text } = await wire.send({
    method: 'GET',
    target: `/app/site/hosting/restlet.nl?${[`script=${scriptId}`, `deploy=${deploymentId}`, ...given].join('&')}`,
    headers: { authorization: crms.netsuite.user.credential, 'content-type': 'application/json' },
  });
  if (status === 200) return JSON.parse(text);
  expect(status).toBe(400);
  refusalSchema.parse(JSON.parse(text));
  return undefined;
};

/** As NetSuite hands it over: of a name that is there twice, the last counts. Undefined where it was not sent as it is. */
const valueOf = ({ parameters, write }: RestletRequest, name: string): string | undefined => {
  const value = parameters.findLast(([parameter]) => parameter === name)?.[1].trim();
  return value !== undefined && decodeURIComponent(write(value)) === value ? value : undefined;
};

const lowerWords = (text: string): readonly string[] => text.toLowerCase().split(/\s+/);

describe('the calendar events RESTlet', () => {
  it(
    'gives events that fit what was asked for, or says which parameter is wrong',
    async () => {
      await holds(SHARE, requestOf(restlets.calendarEvents.parameters), async (request) => {
        const reply = await call('calendarEvents', request);
        if (reply === undefined) return;
        const { data } = calendarEventsReplySchema.parse(reply);
        const rows = z.array(z.object({ id: z.string(), title: z.string() })).parse(data);
        const [id, q, contactId] = ['id', 'q', 'contactId'].map((name) =>
          request.write === encodedOnce ? valueOf(request, name) : undefined,
        );
        for (const row of rows) {
          const stored = crms.netsuite.state.events.get(row.id);
          if (id) expect(row.id).toBe(id);
          if (q && !id) for (const word of lowerWords(q)) expect(stored?.title.toLowerCase()).toContain(word);
          if (contactId && !id)
            expect(stored?.attendees.map(({ personId }) => personId)).toContain(contactId);
        }
      });
    },
    timeoutMsOf(SHARE),
  );
});

describe('the attendee search RESTlet', () => {
  it(
    'gives people whose names have every word, or says which parameter is wrong',
    async () => {
      await holds(SHARE / 2, requestOf(restlets.attendeeSearch.parameters), async (request) => {
        const reply = await call('attendeeSearch', request);
        if (reply === undefined) return;
        const { data } = attendeeSearchReplySchema.parse(reply);
        const name = request.write === encodedOnce ? valueOf(request, 'name') : undefined;
        if (name === undefined) return;
        for (const { id } of data) {
          const stored = crms.netsuite.state.people.get(id)?.name.toLowerCase();
          for (const word of lowerWords(name)) expect(stored).toContain(word);
        }
      });
    },
    timeoutMsOf(SHARE / 2),
  );
});

describe('the time zone RESTlet', () => {
  it(
    'answers the same whatever it is sent',
    async () => {
      const harmless = timeZoneReplySchema.parse(
        await call('timeZone', { parameters: [], write: encodedOnce }),
      );
      await holds(SHARE / 10, requestOf(Object.keys(goodValues)), async (request) => {
        expect(timeZoneReplySchema.parse(await call('timeZone', request))).toEqual(harmless);
      });
    },
    timeoutMsOf(SHARE / 10),
  );
});

describe('the parameters of a RESTlet', () => {
  const parameters = fc.dictionary(
    fc.constantFrom(...Object.keys(goodValues), '__proto__'),
    fc.oneof(hostileJson(known), ...Object.values(goodValues)),
  );
  /** @throws whatever is no refusal of the request */
  const refusedOrRead = (read: () => unknown): void => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof AppointmentError) || error.code !== 'invalid_request') throw error;
    }
  };

  it('are read or refused, whatever NetSuite makes of a query string', async () => {
    // NetSuite takes a zone it does not know for GMT.
    const clock: ZoneClock = {
      offsetMinutesAt: (epochMs, zone) =>
        isKnownTimeZone(zone) ? intlZoneClock.offsetMinutesAt(epochMs, zone) : 0,
    };
    const context = {
      userId: '1001',
      timeZone: sandboxTimeZone,
      clock,
      nowMs: sandboxNowMs,
      eventTimesIn: 'reader-zone',
    } as const;
    await holds(SHARE, parameters, async (given) => {
      refusedOrRead(() => readListRequest(given, context));
      refusedOrRead(() =>
        searchAttendees(given, {
          people: { findByName: () => [] },
          remainingUnits: () => 1000,
        }),
      );
    });
  });
});
