/**
 * Script parameter of the listing RESTlet, set on its deployment: `event-zone` where an account shows the times of an
 * event in the zone it was entered in, instead of the reader's (netsuite.md §8.1). Anything else, or nothing, is the reader's.
 */
export const eventTimesParameter = 'custscript_rc_event_times_in';
