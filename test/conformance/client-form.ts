/** What the App Connect client sends when an appointment is edited: every field it shows, whatever was changed (app-connect.md §1.5). */
import type { Appointment } from '../../src/contract/appointment.schema';

export const clientForm = (shown: Appointment, changes: object = {}) => {
  const contacts = shown.attendees.map(({ id, type, name }) => ({ id, type, name }));
  return {
    participantName: shown.participantName,
    summary: shown.summary,
    startTime: shown.startTimeUtc,
    durationMinutes: shown.durationMinutes,
    contactId: shown.contactId,
    contactType: shown.contactType,
    contacts,
    attendees: contacts,
    attendeeIds: shown.attendeeIds,
    title: shown.title,
    ...changes,
  };
};
