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

export interface CalendarEventsReply {
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

export interface TimeZoneReply {
  readonly userTimezone: string;
  /** Offset now. */
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

export interface AttendeeSearchReply {
  readonly data: readonly FoundPerson[];
  /** True when a kind of record had more matches than the limit. */
  readonly hasMore: boolean;
}
