/** The choices of calendarEvent's select fields: id and name (REST API Browser 2026.1). */
import type { AccessLevel, EventAttendee, EventStatus } from '../entities';

/** `refName` of CONFIRMED is in Oracle's sample; the other names follow its pattern. */
export const eventStatuses = {
  TENTATIVE: 'Tentative',
  CONFIRMED: 'Confirmed',
  COMPLETE: 'Completed',
  CANCELLED: 'Cancelled',
} as const satisfies Record<EventStatus, string>;

export const accessLevels = {
  PUBLIC: 'Public',
  PRIVATE: 'Private',
  'SHOW AS BUSY': 'Show as Busy',
} as const satisfies Record<AccessLevel, string>;

export const attendeeResponses = {
  ACCEPTED: 'Accepted',
  DECLINED: 'Declined',
  TENTATIVE: 'Tentative',
  NO_RESPONSE: 'No Response',
} as const satisfies Record<EventAttendee['response'], string>;

export const attendances = {
  REQUIRED: 'Required',
  OPTIONAL: 'Optional',
} as const satisfies Record<EventAttendee['attendance'], string>;

export const reminderMinutes = {
  '0': '0 minutes',
  '5': '5 minutes',
  '10': '10 minutes',
  '15': '15 minutes',
  '30': '30 minutes',
} as const;

export const reminderTypes = { POPUP: 'Popup', EMAIL: 'Email' } as const;

export type Choices = Readonly<Record<string, string>>;
export type ChoiceOf<Table extends Choices> = Extract<keyof Table, string>;

export function isChoice<Table extends Choices>(table: Table, id: string): id is ChoiceOf<Table> {
  return Object.hasOwn(table, id);
}
