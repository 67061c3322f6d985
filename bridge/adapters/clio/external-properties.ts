/**
 * What App Connect notes on a calendar entry: external properties, which Clio keeps for the app and shows to nobody.
 * An entry has room for five, and all five are taken.
 */
import type { CalendarEntry } from './schema';

export const externalPropertyNames = {
  source: 'rcAppointmentSource',
  contactId: 'rcAppointmentContactId',
  contactType: 'rcAppointmentContactType',
  status: 'rcAppointmentStatus',
  idempotencyKey: 'rcAppointmentKey',
} as const;

type PropertyName = keyof typeof externalPropertyNames;

/** Value of the `source` property of every entry that we make. */
export const OWN_SOURCE = 'RingCentral App Connect';

/** A member without an id is added, one with it is changed. */
export interface ExternalPropertyOperation {
  readonly id?: number;
  readonly name: string;
  readonly value: string;
}

export const externalPropertyOf = (
  { external_properties }: Pick<CalendarEntry, 'external_properties'>,
  property: PropertyName,
): CalendarEntry['external_properties'][number] | undefined =>
  external_properties.find(({ name }) => name === externalPropertyNames[property]);

export const newExternalProperties = (
  idempotencyKey: string,
  primaryContactId: string | undefined,
): readonly ExternalPropertyOperation[] => [
  { name: externalPropertyNames.source, value: OWN_SOURCE },
  { name: externalPropertyNames.status, value: 'scheduled' },
  { name: externalPropertyNames.idempotencyKey, value: idempotencyKey },
  ...(primaryContactId === undefined
    ? []
    : [
        { name: externalPropertyNames.contactId, value: primaryContactId },
        { name: externalPropertyNames.contactType, value: 'Contact' },
      ]),
];
