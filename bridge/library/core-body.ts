/** The App Connect client's bodies in the words of `@app-connect/core`, whose schemas refuse any other field. Pure. */
import type { AppointmentPatch, ContactReference, CreateInput } from '../../src/contract/change.schema';

/** Core knows id, type and contactType of a contact; an empty type is none. */
const coreContact = ({ id, type }: ContactReference) => ({ id, ...(type === '' ? {} : { type }) });

export const coreCreateBody = ({ title, summary, startTimeUtc, durationMinutes, contacts }: CreateInput) => ({
  payload: { title, summary, startTimeUtc, durationMinutes, contacts: contacts.map(coreContact) },
});

/**
 * Undefined for a patch that core has no form for: a start without a duration or the other way round, or nothing but a
 * status or a location.
 */
export const corePatchBody = (patch: AppointmentPatch) => {
  const { title, summary, contacts, startTimeUtc, durationMinutes } = patch;
  const isHalfTimed = (startTimeUtc === undefined) !== (durationMinutes === undefined);
  const corePatch = {
    ...(title === undefined ? {} : { title }),
    ...(summary === undefined ? {} : { summary }),
    ...(contacts === undefined ? {} : { contacts: contacts.map(coreContact) }),
    ...(startTimeUtc === undefined ? {} : { startTimeUtc, durationMinutes }),
  };
  return isHalfTimed || Object.keys(corePatch).length === 0 ? undefined : { patch: corePatch };
};
