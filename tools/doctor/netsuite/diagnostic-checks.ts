/** What only a script sees: the diagnostics of the listing RESTlet, which answer the Administrator role. */
import type { Check, Finding } from '../check';
import { adapts, asAssumed, broken, eitherWay, notObservable } from '../finding';
import type { NetSuiteCase } from './netsuite-case';
import { diagnosticsSchema, isOk, refusalOf, type Diagnostics } from './netsuite-replies';

const NO_ADMINISTRATOR =
  'Seen only from inside, by an administrator: give NETSUITE_ADMIN_TOKEN, a token with the Administrator role.';

const diagnose: Check<NetSuiteCase> = {
  id: 'diagnostics',
  title: 'The RESTlet tells an administrator what it sees',
  run: async ({ administrators, facts }) => {
    let code = 'none';
    for (const person of administrators) {
      const reply = await person.restlet('calendarEvents', { diagnostics: 1 });
      const read = diagnosticsSchema.safeParse(reply.data);
      if (isOk(reply) && read.success) {
        facts.diagnostics = read.data;
        return asAssumed({ unitsUsed: read.data.unitsUsed });
      }
      ({ code } = refusalOf(reply));
      if (code !== 'RC_FORBIDDEN') {
        const advice = 'The diagnostics fail. Deploy again, or attach the report to a support request.';
        return broken({ status: reply.status, code: code === '' ? 'none' : code }, advice);
      }
    }
    return notObservable(NO_ADMINISTRATOR, { code });
  },
};

interface Seen {
  readonly id: string;
  readonly title: string;
  readonly settles?: string;
  readonly find: (diagnostics: Diagnostics) => Finding;
}

const seenFromInside = ({ id, title, settles, find }: Seen): Check<NetSuiteCase> => ({
  id,
  title,
  settles,
  run: async ({ facts }) => (facts.diagnostics ? find(facts.diagnostics) : notObservable(NO_ADMINISTRATOR)),
});

const refusedSearch = (refused: string): Finding =>
  refused === 'no events'
    ? notObservable(
        'The administrator has no events. Make one in NetSuite’s calendar and run the doctor again.',
      )
    : broken({ code: refused }, 'NetSuite refuses the search. Attach the report to a support request.');

const MAKE_REPEATING =
  'No event of the administrator repeats. Make a weekly one in NetSuite’s own calendar and run the doctor again.';

const engine: readonly Seen[] = [
  {
    id: 'features',
    title: 'The features that are needed are on',
    find: ({ features }) => {
      const missing = Object.keys(features).filter((feature) => features[feature] === false);
      return missing.length === 0
        ? asAssumed(features)
        : broken(
            { off: missing.join(' ') },
            'Setup > Company > Enable Features: section 2 of docs/install-netsuite.md.',
          );
    },
  },
  {
    id: 'script-engine',
    title: 'The script engine has neither Intl nor Temporal',
    settles: 'netsuite.md §8.7, intl',
    find: ({ engine: facts }) =>
      eitherWay(
        !facts.hasIntl && !facts.hasTemporal,
        facts,
        'The RESTlets ask N/format for every offset and use neither.',
      ),
  },
  {
    id: 'format-date-time',
    title: 'N/format reads back the dates that it shows',
    settles: 'netsuite.md §8.7',
    find: ({ format: { dateTime, dateTimeZone } }) => {
      if ('refused' in dateTime) {
        return broken(
          { code: dateTime.refused },
          'Without DATETIME there are no offsets. Attach the report to a support request.',
        );
      }
      const withZone = !('refused' in dateTimeZone) && dateTimeZone.isReadBack;
      return eitherWay(
        dateTime.isReadBack && withZone,
        { shown: dateTime.shown, dateTime: dateTime.isReadBack, dateTimeZone: withZone },
        'The RESTlets read what N/format shows by themselves.',
      );
    },
  },
  {
    id: 'format-time-of-day',
    title: 'N/format reads times of day in the user’s format',
    settles: 'netsuite.md §8.7, formatParsesTimeOfDay',
    find: ({ format: { timeOfDay }, preferences }) =>
      eitherWay(
        !('refused' in timeOfDay) && timeOfDay.isReadBack,
        { timeFormat: preferences.timeFormat, readBack: !('refused' in timeOfDay) && timeOfDay.isReadBack },
        'The RESTlets read times of day by themselves.',
      ),
  },
  {
    id: 'script-parameters',
    title: 'The RESTlet does not get script and deploy',
    settles: 'restletReceivesScriptParameters',
    find: ({ receivesScriptParameters: receives }) =>
      eitherWay(!receives, { receives }, 'The RESTlets leave alone what they do not know.'),
  },
];

const events: readonly Seen[] = [
  {
    id: 'recurring-rows',
    title: 'A repeating event has a row for each occurrence',
    settles: 'netsuite.md §8.4, recurringRows',
    find: ({ search }) => {
      if ('refused' in search) return refusedSearch(search.refused);
      const { eventsWithOccurrences, eventsWithInstance, rowsWithInstance, rows } = search;
      const observed = { rows, eventsWithOccurrences, eventsWithInstance };
      if (eventsWithOccurrences > 0) return asAssumed(observed);
      if (rowsWithInstance === 0 || rowsWithInstance === rows) return notObservable(MAKE_REPEATING, observed);
      return broken(
        observed,
        'NetSuite gives a repeating event once, on its first day, and no setting makes it give the others. Enter what has to be in App Connect as single events.',
      );
    },
  },
  {
    id: 'instance-columns',
    title: 'instancestart is filled for repeating events only',
    settles: 'netsuite.md §8.4, instanceColumns',
    find: ({ search }) => {
      if ('refused' in search) return refusedSearch(search.refused);
      const { rows, rowsWithInstance, eventsWithOccurrences } = search;
      const observed = { rows, rowsWithInstance };
      if (rowsWithInstance > 0 && rowsWithInstance < rows) return asAssumed(observed);
      if (rowsWithInstance === 0 && eventsWithOccurrences === 0)
        return notObservable(MAKE_REPEATING, observed);
      return adapts(observed, 'The RESTlet takes the day and the times of a row where the column is empty.');
    },
  },
  {
    id: 'attendee-filter',
    title: 'A filter by attendee does not multiply rows',
    settles: 'netsuite.md §8.5, attendeeFilterMultipliesRows',
    find: ({ search }) =>
      'refused' in search
        ? refusedSearch(search.refused)
        : eitherWay(
            search.repeatedRows === 0,
            { rows: search.rows, repeatedRows: search.repeatedRows },
            'The RESTlet leaves out what comes twice.',
          ),
  },
  {
    id: 'date-only-search',
    title: 'With a date alone only invitations are found',
    settles: 'netsuite.md §8.6, dateOnlySearchShowsInvitations',
    find: ({ visibility }) =>
      'refused' in visibility
        ? refusedSearch(visibility.refused)
        : eitherWay(
            visibility.byDateOnly < visibility.byDateAndStatus,
            visibility,
            'The RESTlet always asks for the status, too, and so finds all.',
          ),
  },
  {
    id: 'time-zone-formula',
    title: 'A formula tells the zone of an event',
    settles: 'formulaSeesTimeZone',
    find: ({ timeZoneFormula }) => {
      const readable = 'refused' in timeZoneFormula ? 0 : timeZoneFormula.readable;
      if ('refused' in timeZoneFormula && timeZoneFormula.refused === 'no events')
        return refusedSearch('no events');
      return eitherWay(
        readable > 0,
        { readable },
        'It is asked for only where an account shows times in the zone of the event.',
      );
    },
  },
];

const attendees: readonly Seen[] = [
  {
    id: 'attendee-rows',
    title: 'There is a row for each attendee, with a name',
    settles: 'netsuite.md §8.5',
    find: ({ attendees: found }) => {
      if ('refused' in found) return refusedSearch(found.refused);
      const { rows, events: ofEvents, eventsWithOrganizer, named } = found;
      return eitherWay(
        named === rows,
        { rows, events: ofEvents, eventsWithOrganizer, named },
        'Who is shown without a name goes by their id.',
      );
    },
  },
  {
    id: 'attendee-joins',
    title: 'The joins are attendeeContact and attendeeCustomer',
    settles: 'netsuite.md §8.5, attendeeJoinNames',
    find: ({ joins: { camel, lower } }) => {
      if (typeof camel !== 'number' && camel.refused === 'no events') return refusedSearch('no events');
      return eitherWay(
        typeof camel === 'number',
        { camelCase: typeof camel === 'number', lowerCase: typeof lower === 'number' },
        'The RESTlet then asks for the kinds of people in searches of their own.',
      );
    },
  },
  {
    id: 'no-response',
    title: 'No answer yet is spelled NO_RESPONSE',
    settles: 'netsuite.md §8.10, noResponse',
    find: ({ attendees: found }) => {
      if ('refused' in found) return refusedSearch(found.refused);
      const spelling = found.responses.find((response) => response.replace('_', '') === 'NORESPONSE');
      if (spelling === undefined) {
        return notObservable(
          'No attendee of the administrator’s events has yet to answer. Either spelling is read.',
        );
      }
      return eitherWay(spelling === 'NO_RESPONSE', { spelling }, 'The RESTlet reads both spellings.');
    },
  },
  {
    id: 'many-ids',
    title: 'A search takes a thousand ids at once',
    settles: 'netsuite.md §8.9',
    find: ({ manyIds, unitsByPart }) =>
      typeof manyIds === 'number'
        ? asAssumed({ rows: manyIds, units: unitsByPart['manyIds'] ?? 0 })
        : broken(
            { code: manyIds.refused },
            'Attendees of long lists cannot be read. Attach the report to a support request.',
          ),
  },
];

/** First, because other checks use what it finds. */
export const diagnosis: readonly Check<NetSuiteCase>[] = [diagnose];

export const diagnosticChecks: readonly Check<NetSuiteCase>[] = [...engine, ...events, ...attendees].map(
  seenFromInside,
);
