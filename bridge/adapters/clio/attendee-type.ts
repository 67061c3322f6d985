/** What callers call whom they invite, in the two words that Clio has for attendees (Attendee.type in Clio's OpenAPI). */

/** In lower case. A contact of Clio is a person or a company, and some callers say which. */
const typesByName: Readonly<Record<string, 'Contact' | 'Calendar'>> = {
  contact: 'Contact',
  person: 'Contact',
  company: 'Contact',
  calendar: 'Calendar',
};

/** Undefined for any other word: a user of Clio attends with a calendar, whose id is not that of the user. */
export const attendeeTypeOf = (name: string): 'Contact' | 'Calendar' | undefined => {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(typesByName, key) ? typesByName[key] : undefined;
};
