/** The five states of an appointment, and the spellings by which clients and CRMs mean them. */

export const appointmentStatuses = ['scheduled', 'tentative', 'confirmed', 'cancelled', 'completed'] as const;

export type AppointmentStatus = (typeof appointmentStatuses)[number];

/** A map, because an object also has what every object has: `constructor` is no status. */
const spellings: ReadonlyMap<string, AppointmentStatus> = new Map([
  ...appointmentStatuses.map((status) => [status, status] as const),
  ['confirm', 'confirmed'],
  ['canceled', 'cancelled'],
  ['cancel', 'cancelled'],
  ['complete', 'completed'],
]);

/** Reads a status in any of its spellings and in any case; undefined for a word that is none. */
export const readAppointmentStatus = (word: string): AppointmentStatus | undefined =>
  spellings.get(word.trim().toLowerCase());
