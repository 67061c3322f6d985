/** Reads what an event of an iCalendar file says besides its times: texts, status and people. */
import type ICAL from 'ical.js';

export interface CalendarFilePerson {
  readonly name: string;
  /** In lower case. */
  readonly email: string;
}

export interface CalendarFileAttendee extends CalendarFilePerson {
  readonly response: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'NEEDS-ACTION';
  readonly isOptional: boolean;
}

export interface CalendarFileDetails {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly location: string;
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  readonly isPrivate: boolean;
  readonly organizer: CalendarFilePerson | undefined;
  readonly attendees: readonly CalendarFileAttendee[];
}

function textOf(component: ICAL.Component, name: string): string {
  const value: unknown = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value.trim() : '';
}

function parameterOf(property: ICAL.Property, name: string): string {
  const value = property.getParameter(name);
  return typeof value === 'string' ? value : '';
}

function personOf(property: ICAL.Property): CalendarFilePerson | undefined {
  const address: unknown = property.getFirstValue();
  const written = typeof address === 'string' ? address.trim() : '';
  const email = (/^mailto:(.+)$/i.exec(written)?.[1] ?? parameterOf(property, 'email')).trim().toLowerCase();
  if (!email.includes('@')) return undefined;
  return { email, name: parameterOf(property, 'cn').trim() || email };
}

function responseOf(property: ICAL.Property): CalendarFileAttendee['response'] {
  const written = parameterOf(property, 'partstat').toUpperCase();
  return (
    (['ACCEPTED', 'DECLINED', 'TENTATIVE'] as const).find((known) => known === written) ?? 'NEEDS-ACTION'
  );
}

function statusOf(component: ICAL.Component): CalendarFileDetails['status'] {
  const written = textOf(component, 'status').toUpperCase();
  return (['TENTATIVE', 'CANCELLED'] as const).find((known) => known === written) ?? 'CONFIRMED';
}

/** `notes` names the attendees that are left out: those without a mail address, and rooms. */
export function readCalendarFileDetails(component: ICAL.Component): {
  readonly details: CalendarFileDetails;
  readonly notes: readonly string[];
} {
  const title = textOf(component, 'summary') || 'Untitled event';
  const attendees: CalendarFileAttendee[] = [];
  const notes: string[] = [];
  for (const property of component.getAllProperties('attendee')) {
    const person = personOf(property);
    const type = parameterOf(property, 'cutype').toUpperCase();
    if (type === 'ROOM' || type === 'RESOURCE') {
      notes.push(`"${title}": ${type} left out of the attendees, it is no person.`);
    } else if (person === undefined) {
      notes.push(`"${title}": an attendee was left out, there is no mail address.`);
    } else {
      const isOptional = parameterOf(property, 'role').toUpperCase() === 'OPT-PARTICIPANT';
      attendees.push({ ...person, response: responseOf(property), isOptional });
    }
  }
  const organizer = component.getFirstProperty('organizer');
  const details: CalendarFileDetails = {
    uid: textOf(component, 'uid'),
    title,
    description: textOf(component, 'description'),
    location: textOf(component, 'location'),
    status: statusOf(component),
    isPrivate: ['PRIVATE', 'CONFIDENTIAL'].includes(textOf(component, 'class').toUpperCase()),
    organizer: organizer === null ? undefined : personOf(organizer),
    attendees,
  };
  return { details, notes };
}
