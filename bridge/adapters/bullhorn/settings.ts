/** What nobody could verify about the real Bullhorn, as settings: the defaults are assumptions, each with its source. */

export interface BullhornSettings {
  /**
   * How a caller's key is written into `appointmentUUID`. `text`: as it is, as Bullhorn's own data loader does. `hash`:
   * in the documented form 8-4-4-16, which the Java SDK insists on (rest-api-docs, Appointment).
   */
  readonly appointmentUuidFormat: 'text' | 'hash';
  /** The not-null fields of a new appointment that nobody is asked for; the words are options of the tenant. */
  readonly newAppointment: {
    readonly type: string;
    readonly communicationMethod: string;
    /** 0: no reminder. */
    readonly notificationMinutes: number;
  };
  /**
   * `session`: a new appointment belongs to the user of the session, Bullhorn's own default. `named`: to the user the
   * caller names; the documentation calls `owner` read-only, live metadata do not.
   */
  readonly ownerOnCreate: 'session' | 'named';
  /**
   * Has every invited user a copy of the appointment, as the documentation says? Where only those have whom Bullhorn's
   * own pages invited, a user's list takes a call more, for what that user attends.
   */
  readonly inviteesHaveCopies: boolean;
  /**
   * The documentation names Candidates, ClientContacts and CorporateUsers as attendees, but no Leads. `link`: a Lead is
   * invited like everyone. `reference`: a Lead is only the appointment's `lead`. `link-or-reference`: invited, and where
   * Bullhorn refuses that, to be the appointment's `lead` is enough.
   */
  readonly leadAttendees: 'link' | 'reference' | 'link-or-reference';
  /** How a description is written; it is read as HTML in either case. */
  readonly descriptionFormat: 'html' | 'text';
  /** Zone of the midnights of an all-day appointment: `user` for the calling user's own, or an IANA name. */
  readonly allDayZone: string;
  /** `exclusive`: `dateEnd` is the midnight after the last day. `inclusive`: it lies in the last day. */
  readonly allDayEnd: 'exclusive' | 'inclusive';
  /** Is one kind of contact that the user may not search left out, as long as another kind can be searched? */
  readonly toleratesRefusedSearch: boolean;
}

export const defaultBullhornSettings: BullhornSettings = {
  appointmentUuidFormat: 'text',
  newAppointment: { type: 'Meeting', communicationMethod: 'Phone', notificationMinutes: 0 },
  ownerOnCreate: 'session',
  inviteesHaveCopies: true,
  leadAttendees: 'link-or-reference',
  descriptionFormat: 'html',
  allDayZone: 'user',
  allDayEnd: 'exclusive',
  toleratesRefusedSearch: true,
};
