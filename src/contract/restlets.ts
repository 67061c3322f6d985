/**
 * What the RESTlets and those who call them agree on: ids, parameters, replies. App Connect servers already call the
 * first two by these ids; an answer keeps every field they read.
 */

interface Restlet {
  readonly scriptId: string;
  readonly deploymentId: string;
  /** Base name of its file in the File Cabinet. */
  readonly file: string;
  readonly parameters: readonly string[];
}

export const restlets = {
  calendarEvents: {
    scriptId: 'customscript_rcfetchcalendarevents',
    deploymentId: 'customdeploy_rcfetchcalendarevents',
    file: 'rc_fetch_calendar_events',
    parameters: [
      'startDate',
      'endDate',
      'page',
      'pageSize',
      'mineOnly',
      'contactId',
      'id',
      'q',
      'timeZone',
      'utcOffset',
      'diagnostics',
    ],
  },
  timeZone: {
    scriptId: 'customscript_gettimezone',
    deploymentId: 'customdeploy_gettimezone',
    file: 'rc_get_timezone',
    parameters: [],
  },
  attendeeSearch: {
    scriptId: 'customscript_rcsearchattendees',
    deploymentId: 'customdeploy_rcsearchattendees',
    file: 'rc_search_attendees',
    parameters: ['name', 'limit'],
  },
} as const satisfies Record<string, Restlet>;

/** Kinds of people, in the words of NetSuite's own page types (`custjob` is a customer). */
export type EntityType = 'contact' | 'custjob' | 'vendor' | 'employee';

/** Answer to an invitation; NetSuite's ids as the REST Record API spells them. */
export type ResponseId = 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'NO_RESPONSE';

export interface CalendarEventAttendee {
  readonly id: string;
  readonly name: string;
  /** Empty for a person whom the caller's role may not see. */
  readonly type: EntityType | '';
  readonly status: ResponseId;
  readonly email: string;
}

export interface CalendarEventRow {
  readonly id: string;
  readonly title: string;
  /**
   * Plain text, with `&`, `<` and `>` as entities where an App Connect server, which takes it for HTML, would
   * otherwise swallow them.
   */
  readonly message: string;
  /** Start as UTC wall time: `YYYY-MM-DD` and `HH:mm:ss`. */
  readonly startDate: string;
  readonly startTime: string;
  /**
   * End as UTC time of day, read by App Connect as the first such time after the start. So it is empty for an event
   * without length, and equal to `startTime` for one of a day or more; `endTimeUtc` is exact in every case.
   */
  readonly endTime: string;
  /** `TENTATIVE`, `CONFIRMED`, `COMPLETE` or `CANCELLED`. */
  readonly status: string;
  readonly attendees: readonly CalendarEventAttendee[];
  readonly startTimeUtc: string;
  readonly endTimeUtc: string;
  readonly durationMinutes: number;
  /** The calling user's zone, Olson name, and its offset at the start. */
  readonly timeZone: string;
  readonly utcOffset: string;
  readonly isAllDay: boolean;
  readonly location: string;
  readonly organizer: { readonly id: string; readonly name: string } | null;
  /** Last change as NetSuite shows it to the caller; opaque. */
  readonly lastModified: string;
}

/** What every answer says of itself. */
interface AnsweringRestlet {
  readonly version: string;
  /** Governance units that the run used; a RESTlet has 5,000. */
  readonly unitsUsed: number;
}

export interface CalendarEventsReply extends AnsweringRestlet {
  readonly data: readonly CalendarEventRow[];
  /** Zero-based. Smaller pages than asked for come back renumbered, so that `page + 1` always goes on where this one ends. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly hasMore: boolean;
  readonly timeZone: string;
  /** Events whose date or time could not be read: left out of `data`, never guessed. */
  readonly unreadable: readonly { readonly id: string; readonly reason: string }[];
}

export interface TimeZoneReply extends AnsweringRestlet {
  readonly userTimezone: string;
  /** The calling user's own name as NetSuite shows it, which any role may know; empty where NetSuite tells none. */
  readonly userName: string;
  /** Offset now; empty where NetSuite shows times in a way that cannot be read. */
  readonly utcOffset: string;
  readonly dateFormat: string;
  readonly timeFormat: string;
}

export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly email: string;
  readonly phone: string;
  readonly company: string;
}

export interface AttendeeSearchReply extends AnsweringRestlet {
  readonly data: readonly FoundPerson[];
  /** True when a kind of record had more matches than the limit. */
  readonly hasMore: boolean;
}

/** What a probe of NetSuite found: its value, or under which code NetSuite refused it. */
export type Probed<Value> = Value | { readonly refused: string };

/** The script engine, and the zone of the server's `Date`. */
export interface EngineFacts {
  readonly hasIntl: boolean;
  /** `Intl` knows the caller's zone. */
  readonly hasIntlZones: boolean;
  readonly hasTemporal: boolean;
  /** Minutes east of Greenwich in January and July 2026 by the server's `Date`. */
  readonly januaryOffsetMinutes: number;
  readonly julyOffsetMinutes: number;
}

/** One type of N/format: an example instant as it shows it, and whether it reads that text back as the same. */
export interface FormatFacts {
  readonly shown: string;
  readonly isReadBack: boolean;
}

export interface SearchFacts {
  /** Rows of the listing's own search in the asked period, events among them, and rows that repeat another. */
  readonly rows: number;
  readonly events: number;
  readonly repeatedRows: number;
  /** Events with rows for more than one start. */
  readonly eventsWithOccurrences: number;
  /** Rows with instancestart filled, and the events of those. */
  readonly rowsWithInstance: number;
  readonly eventsWithInstance: number;
  readonly allDayRows: number;
  readonly allDayRowsWithoutTimes: number;
}

export interface FormulaFacts {
  /** Rows whose formula gives a value of the field, of rows looked at. */
  readonly readable: number;
  readonly rows: number;
}

export interface AttendeeFacts {
  readonly rows: number;
  readonly events: number;
  /** Events whose organizer is among their attendees. */
  readonly eventsWithOrganizer: number;
  /** Attendees whose name is shown beside their id. */
  readonly named: number;
  /** Ids of the answers to invitations, as the search spells them. */
  readonly responses: readonly string[];
}

/** Events of the period by a filter of the date alone, and with the status beside it (section_1559218597). */
export interface VisibilityFacts {
  readonly byDateOnly: number;
  readonly byDateAndStatus: number;
}

/** What the listing RESTlet sees from inside, for administrators: counts, codes and formats, nothing of events or people. */
export interface DiagnosticsReply extends AnsweringRestlet {
  readonly engine: EngineFacts;
  readonly preferences: {
    readonly timeZone: string;
    readonly dateFormat: string;
    readonly timeFormat: string;
  };
  /** In effect in the account, by their ids (chapter_N3247851). */
  readonly features: Readonly<Record<string, boolean>>;
  /** What `eventTimesParameter` is set to (src/contract/event-times-parameter.ts). */
  readonly eventTimesIn: string;
  /** NetSuite hands over `script` and `deploy` among the parameters. */
  readonly receivesScriptParameters: boolean;
  readonly format: {
    readonly dateTimeZone: Probed<FormatFacts>;
    readonly dateTime: Probed<FormatFacts>;
    readonly timeOfDay: Probed<FormatFacts>;
  };
  readonly search: Probed<SearchFacts>;
  readonly allDayFormula: Probed<FormulaFacts>;
  readonly timeZoneFormula: Probed<FormulaFacts>;
  readonly attendees: Probed<AttendeeFacts>;
  /** Rows that the joins to contacts and customers gave, in either spelling. */
  readonly joins: { readonly camel: Probed<number>; readonly lower: Probed<number> };
  readonly visibility: Probed<VisibilityFacts>;
  /** Rows found by 1,000 internal ids at once. */
  readonly manyIds: Probed<number>;
  /** Units by part; what is not here cost nothing. */
  readonly unitsByPart: Readonly<Record<string, number>>;
}
