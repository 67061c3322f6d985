/** What is documented about each CRM and decides which answer is the right one. */
import type { Platform } from '../../src/contract/operations';
import type { CrmFacts } from './conformance-target';

const pages = (rows: number, pageSize: number): number => Math.max(1, Math.ceil(rows / pageSize));

export const crmFacts = {
  netsuite: {
    // Four statuses (RESTBROWSER, `status.id`): a tentative event and a scheduled one are the same.
    statusAfter: {
      scheduled: 'scheduled',
      tentative: 'scheduled',
      confirmed: 'confirmed',
      cancelled: 'cancelled',
      completed: 'completed',
    },
    afterCancel: { listed: true, refreshed: 'cancelled' },
    attendeeWrites: 'with-appointment',
    attendeeResponses: true,
    timesWrittenAs: 'wall-times',
    // The REST Record API has no condition for a PATCH (netsuite.md §4).
    changedMeanwhile: 'fields-merge',
    // One date and two times of day (section_N3650565): an earlier one for the end is that of the next day.
    endBeforeStart: 'ends-next-day',
    // 204 without a body (section_1545142173).
    writeAnswers: 'no-body',
    longestTitle: 1000,
    // The RESTlet's own most, and attendees come with their events.
    listCalls: ({ appointments }) => pages(appointments, 1000),
    firstListCalls: 0,
  },
  bullhorn: {
    // bullhorn-clio.md §1.2: no status; soft deletion is the cancellation.
    statusAfter: {
      scheduled: 'scheduled',
      tentative: 'unsupported',
      confirmed: 'unsupported',
      cancelled: 'cancelled',
      completed: 'unsupported',
    },
    // bullhorn-clio.md §1.5: what is soft-deleted stays readable by its id.
    afterCancel: { listed: false, refreshed: 'cancelled' },
    attendeeWrites: 'one-by-one',
    attendeeResponses: true,
    timesWrittenAs: 'instants',
    // bullhorn-clio.md §1.5: "No idempotency key, no ETag/If-Match, no PATCH."
    changedMeanwhile: 'fields-merge',
    endBeforeStart: 'unreadable',
    writeAnswers: 'body',
    // String(100), not null (rest-api-docs, Appointment).
    longestTitle: 100,
    // 500 a page (sdk-rest, MAX_RECORDS_TO_RETURN_IN_ONE_PULL), attendees by queries of their own.
    listCalls: ({ appointments, attendees }) => pages(appointments, 500) + Math.ceil(attendees / 500),
    firstListCalls: 0,
  },
  clio: {
    // bullhorn-clio.md §2.4: "No RSVP/accept status, no entry status/confirmed field anywhere".
    statusAfter: {
      scheduled: 'scheduled',
      tentative: 'unsupported',
      confirmed: 'unsupported',
      cancelled: 'cancelled',
      completed: 'unsupported',
    },
    // bullhorn-clio.md §2.5: DELETE is permanent.
    afterCancel: { listed: false, refreshed: 'not_found' },
    attendeeWrites: 'with-appointment',
    attendeeResponses: false,
    timesWrittenAs: 'instants',
    // docs.developers.clio.com/api-docs/etags: If-Match, 412.
    changedMeanwhile: 'conflict',
    endBeforeStart: 'unreadable',
    writeAnswers: 'body',
    longestTitle: 1000,
    // 200 a page (docs.developers.clio.com/api-docs/paging), attendees with their entries.
    listCalls: ({ appointments }) => pages(appointments, 200),
    // users/who_am_i, kept for a while.
    firstListCalls: 1,
  },
} as const satisfies Record<Platform, CrmFacts>;
