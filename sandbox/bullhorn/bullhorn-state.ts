/** What the local Bullhorn corporation holds. Vocabulary: Bullhorn's entity reference (rest-api-docs, entityref). */

/** Entities that have records of their own. */
export const recordTypes = [
  'Appointment',
  'AppointmentAttendee',
  'Person',
  'JobOrder',
  'ClientCorporation',
  'Opportunity',
  'Placement',
] as const;

/** Kinds of Person: they share one id space, so that AppointmentAttendee.attendee needs no more than an id. */
export const personSubtypes = ['Candidate', 'ClientContact', 'CorporateUser', 'Lead'] as const;

export type RecordType = (typeof recordTypes)[number];
export type PersonSubtype = (typeof personSubtypes)[number];
export type EntityName = RecordType | PersonSubtype;

/** A to-one association is held as the id of the other record, a timestamp as epoch milliseconds. */
export type FieldValue = string | number | boolean | null;

/** The fields are those of the entity's definition in metadata/; to-many associations are not stored. */
export interface EntityRecord {
  readonly id: number;
  readonly [field: string]: FieldValue;
}

/** docs: Entitlements. `_DEPARTMENT` and `_CORPORATE` reach further than one's own records. */
export type Entitlement =
  | 'CREATE'
  | 'READ'
  | 'READ_DEPARTMENT'
  | 'READ_CORPORATE'
  | 'READ_PRIVATE'
  | 'UPDATE'
  | 'UPDATE_DEPARTMENT'
  | 'UPDATE_CORPORATE'
  | 'DELETE'
  | 'DELETE_DEPARTMENT'
  | 'DELETE_CORPORATE';

export type Entitlements = Readonly<Partial<Record<EntityName, readonly Entitlement[]>>>;

/** A CorporateUser who can sign in to the API. */
export interface BullhornUser {
  /** Id of the CorporateUser. */
  readonly id: number;
  readonly username: string;
  readonly password: string;
  /** Olson name; Bullhorn itself tells only timeZoneOffsetEST. */
  readonly timeZone: string;
  readonly department: string;
  readonly entitlements: Entitlements;
  /** A BhRestToken that is signed in from the start. */
  readonly restToken: string;
}

/** An API key as Bullhorn issues it. */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
}

export interface BullhornState {
  /** The part of every URL that names the corporation, e.g. `e999`. */
  readonly corpToken: string;
  readonly records: Readonly<Record<RecordType, Map<number, EntityRecord>>>;
  readonly users: Map<number, BullhornUser>;
  readonly oauthClients: Map<string, OAuthClient>;
}

export function createEmptyState(corpToken: string): BullhornState {
  return {
    corpToken,
    records: {
      Appointment: new Map(),
      AppointmentAttendee: new Map(),
      Person: new Map(),
      JobOrder: new Map(),
      ClientCorporation: new Map(),
      Opportunity: new Map(),
      Placement: new Map(),
    },
    users: new Map(),
    oauthClients: new Map(),
  };
}
