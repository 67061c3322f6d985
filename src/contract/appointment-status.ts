/** The five states of an appointment, and the spellings by which clients and CRMs mean them. */

export const appointmentStatuses = ['scheduled', 'tentative', 'confirmed', 'cancelled', 'completed'] as const;

export type AppointmentStatus = (typeof appointmentStatuses)[number];

const spellings: Readonly<Record<string, AppointmentStatus>> = {
  scheduled: 'scheduled',
  tentative: 'tentative',
  confirmed: 'confirmed',
  confirm: 'confirmed',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  cancel: 'cancelled',
  completed: 'completed',
  complete: 'completed',
};

/** Reads a status in any of its spellings and in any case; undefined for a word that is none. */
export const readAppointmentStatus = (word: string): AppointmentStatus | undefined =>
  spellings[word.trim().toLowerCase()];
