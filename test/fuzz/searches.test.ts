import { fc } from '../fast-check';
import { z } from 'zod';
import {
  appointmentsWhere,
  attendedWhere,
  attendeesWhere,
  childrenWhere,
  madeBeforeWhere,
} from '../../bridge/adapters/bullhorn/appointment-query';
import { operations, platforms, type Platform } from '../../src/contract/operations';
import { contactSearchResultSchema } from '../../src/contract/result.schema';
import { requireAllowed } from './allowed-vendor-calls';
import { holds, timeoutMsOf } from './fuzz-run';
import { openFuzzedBridge, type FuzzedBridge, type VendorRequestSeen } from './fuzzed-bridge';
import { hostileText } from './hostile-values';
import { luceneWords } from './lucene-clauses';
import { operationRequest } from './operation-request';
import { whereShape } from './query-shape';
import { jsonOf, requireOperationAnswer } from './sound-answer';
import { encodedOnce } from './target-text';

const SHARE = 0.05;
const MAX_WORDS = 10;

let bridge: FuzzedBridge;

beforeAll(async () => {
  bridge = await openFuzzedBridge();
}, 30_000);
afterAll(() => bridge.close());

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');
/** What an index that knows letters and digits keeps of a word. */
const partsOf = (word: string): readonly string[] => word.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];

/** All that a CRM searches of a person, by the person's id, in lower case. */
const searchedTexts: Readonly<Record<Platform, (id: string) => string>> = {
  netsuite: (id) => bridge.crms.netsuite.state.people.get(id)?.name.toLowerCase() ?? '',
  bullhorn: (id) => {
    const person = bridge.crms.bullhorn.state.records.Person.get(Number(id));
    return [person?.['firstName'], person?.['lastName'], person?.['name']].join(' ').toLowerCase();
  },
  clio: (id) => {
    const contact = bridge.crms.clio.state.contacts.get(Number(id));
    const company = bridge.crms.clio.state.contacts.get(contact?.companyId ?? 0);
    return JSON.stringify([contact, company?.name]).toLowerCase();
  },
};

/** What of a name every person found has to have. */
const requiredTexts: Readonly<Record<Platform, (name: string) => readonly string[]>> = {
  netsuite: wordsOf,
  bullhorn: (name) => wordsOf(name).slice(0, MAX_WORDS).flatMap(partsOf),
  clio: (name) => wordsOf(name).map((word) => JSON.stringify(word).slice(1, -1)),
};

/** The one parameter or field in which the CRM gets the name. */
const askedFor: Readonly<Record<Platform, (call: VendorRequestSeen) => readonly string[]>> = {
  netsuite: ({ url }) => wordsOf(new URL(url, 'http://crm').searchParams.get('name') ?? ''),
  bullhorn: ({ body }) => luceneWords(z.object({ query: z.string() }).parse(JSON.parse(body)).query),
  clio: ({ url }) => wordsOf(new URL(url, 'http://crm').searchParams.get('query') ?? ''),
};

/** What UTF-8 leaves of a text that is no Unicode. */
const received = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

describe('a search for a name', () => {
  it.each(platforms)(
    'asks %s for the words of the name and nothing else, and gives only people who have them all',
    async (platform) => {
      const { user } = bridge.crms[platform];
      const name = fc.oneof(
        { weight: 3, arbitrary: hostileText(user.names) },
        fc
          .array(fc.constantFrom(...user.names, '*', 'OR', 'AND', 'NOT', '"', '%', ')'), { minLength: 1 })
          .map((words) => words.join(' ')),
      );
      await holds(SHARE, name, async (text) => {
        const exchange = await bridge.exchange({
          method: 'GET',
          target: `/connectors/${platform}${operations.findContactWithName.serverPath}?name=${encodedOnce(text)}`,
          headers: bridge.serverHeaders(platform),
        });
        requireAllowed(exchange.vendorCalls);
        if (requireOperationAnswer(exchange, 'findContactWithName') !== 'ok') return;
        const words = wordsOf(received(text).trim());
        for (const call of exchange.vendorCalls) {
          expect(askedFor[platform](call)).toEqual(
            platform === 'bullhorn' ? words.slice(0, MAX_WORDS) : words,
          );
        }
        const { contact } = contactSearchResultSchema.parse(jsonOf(exchange.answer));
        for (const { id } of contact) {
          const has = searchedTexts[platform](id);
          const missing = requiredTexts[platform](text).filter((word) => !has.includes(word.toLowerCase()));
          expect([id, missing]).toEqual([id, []]);
        }
      });
    },
    timeoutMsOf(SHARE),
  );
});

/** The shapes of the queries that the bridge makes of harmless values. */
const knownShapes = (): ReadonlySet<string> => {
  const window = { fromMs: 1, toMs: 2 };
  const ways = [undefined, { personId: '1', attendedIds: [] }, { personId: '1', attendedIds: ['2', '3'] }];
  const wheres = [
    ...ways.flatMap((user) => ways.map((contact) => appointmentsWhere({ window, user, contact }))),
    attendedWhere('1', window),
    attendeesWhere(['1']),
    attendeesWhere(['1', '2']),
    childrenWhere('1'),
    madeBeforeWhere('u'),
  ];
  return new Set(wheres.map(whereShape));
};

const whereSchema = z.object({ where: z.string() });

describe('a query', () => {
  it(
    'has the shape of one with harmless values, whatever is asked of Bullhorn',
    async () => {
      const shapes = knownShapes();
      const seen = new Set<string>();
      const requests = operationRequest(bridge).filter(({ platform }) => platform === 'bullhorn');
      await holds(SHARE, requests, async (request) => {
        const { vendorCalls } = await bridge.exchange(request);
        for (const { body } of vendorCalls.filter(({ url }) => url.includes('/query/'))) {
          const shape = whereShape(whereSchema.parse(JSON.parse(body)).where);
          expect(shapes).toContain(shape);
          seen.add(shape);
        }
      });
      expect(seen.size).toBeGreaterThan(2);
    },
    timeoutMsOf(SHARE),
  );
});
