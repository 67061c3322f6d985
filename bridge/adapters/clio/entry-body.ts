/** A calendar entry as Clio takes it, and how a new one is filled. Pure. */
import type { CreateInput } from '../../../src/contract/change.schema';
import { isoUtc } from '../../../src/contract/time/iso';
import type { AttendeeOperation } from './attendee-operations';
import type { ExternalPropertyOperation } from './external-properties';

/** `data` of a POST or PATCH; unknown keys would be dropped without a word (bullhorn-clio.md §2.5). */
export interface EntryBody {
  readonly summary?: string;
  readonly description?: string;
  readonly location?: string;
  readonly start_at?: string;
  readonly end_at?: string;
  readonly all_day?: boolean;
  /** The calendar, by its id; `calendar_id` in a body has no effect. */
  readonly calendar_owner?: { readonly id: number };
  readonly attendees?: readonly AttendeeOperation[];
  readonly external_properties?: readonly ExternalPropertyOperation[];
  /** Always said: what Clio does without it is not documented. */
  readonly send_email_notification: boolean;
}

interface NewEntry {
  readonly input: CreateInput;
  readonly startMs: number;
  readonly endMs: number;
  readonly calendarId: string;
  readonly attendees: readonly AttendeeOperation[];
  readonly externalProperties: readonly ExternalPropertyOperation[];
  readonly sendEmailNotification: boolean;
}

export const newEntryBody = (entry: NewEntry): EntryBody => ({
  calendar_owner: { id: Number(entry.calendarId) },
  summary: entry.input.title,
  description: entry.input.summary,
  start_at: isoUtc(entry.startMs),
  end_at: isoUtc(entry.endMs),
  ...(entry.input.location ? { location: entry.input.location } : {}),
  ...(entry.attendees.length > 0 ? { attendees: entry.attendees } : {}),
  external_properties: entry.externalProperties,
  send_email_notification: entry.sendEmailNotification,
});
