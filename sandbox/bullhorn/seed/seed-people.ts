/** The people of the local corporation: three recruiters and everybody they talk to. Names and addresses are made up. */
import { appConnectRedirectUri } from '../../core/redirect-uri';
import type { BullhornState, Entitlements, OAuthClient, PersonSubtype } from '../bullhorn-state';
import { candidates, clientContacts, leadCompanies, leads, type PersonRow } from './people-names';

const corporations = ['Harbor Freight Lines', 'Vela Calzature', 'Lagoon Health', 'Nordljus', 'Kestrel Bank'];
const jobTitles = [
  'Dispatch Manager',
  'Registered Nurse',
  'Data Engineer',
  'Credit Analyst',
  'Store Manager',
];

const everyRecord = {
  Person: ['READ_CORPORATE'],
  JobOrder: ['READ_CORPORATE'],
  ClientCorporation: ['READ_CORPORATE'],
} as const;
const people = ['READ_CORPORATE', 'UPDATE_CORPORATE', 'DELETE'] as const;
const contacts = {
  Candidate: people,
  ClientContact: people,
  Lead: people,
  CorporateUser: ['READ_CORPORATE'],
} as const;
const ownCalendar = ['CREATE', 'READ', 'UPDATE', 'DELETE', 'READ_DEPARTMENT'] as const;
const allCalendars = ['CREATE', 'UPDATE_CORPORATE', 'DELETE_CORPORATE'] as const;

const recruiter: Entitlements = {
  ...everyRecord,
  ...contacts,
  Appointment: ownCalendar,
  AppointmentAttendee: ownCalendar,
};
const manager: Entitlements = {
  ...everyRecord,
  ...contacts,
  Appointment: allCalendars,
  AppointmentAttendee: allCalendars,
};

/** `timeZoneOffsetEST` is in hours, as the entity reference has it. */
const recruiters = [
  {
    id: 11,
    firstName: 'Dana',
    lastName: 'Whitfield',
    timeZone: 'America/Los_Angeles',
    timeZoneOffsetEST: -3,
    department: 'West',
    entitlements: manager,
    restToken: '6f1c2a10-0000-4000-8000-00000000d011',
  },
  {
    id: 12,
    firstName: 'Jonas',
    lastName: 'Brückner',
    timeZone: 'Europe/London',
    timeZoneOffsetEST: 5,
    department: 'London',
    entitlements: recruiter,
    restToken: '6f1c2a10-0000-4000-8000-00000000d012',
  },
  {
    id: 13,
    firstName: 'Priya',
    lastName: 'Raman',
    timeZone: 'America/New_York',
    timeZoneOffsetEST: 0,
    department: 'East',
    entitlements: recruiter,
    restToken: '6f1c2a10-0000-4000-8000-00000000d013',
  },
] as const;

/** App Connect's redirect page; addresses of this computer are accepted beside it. */
const oauthClient: OAuthClient = {
  clientId: 'app-connect-sandbox',
  clientSecret: 'app-connect-sandbox-secret',
  redirectUris: [appConnectRedirectUri],
};

function addPeople(
  state: BullhornState,
  subtype: PersonSubtype,
  rows: readonly PersonRow[],
  addedMs: number,
): void {
  rows.forEach(([id, firstName, lastName, email, phone], index) => {
    state.records.Person.set(id, {
      id,
      firstName,
      lastName,
      email,
      phone,
      _subtype: subtype,
      name: `${firstName} ${lastName}`,
      middleName: null,
      email2: null,
      mobile: null,
      workPhone: null,
      occupation: null,
      isDeleted: false,
      status: subtype === 'Lead' ? 'New Lead' : 'Active',
      companyName: subtype === 'Lead' ? (leadCompanies[index] ?? null) : null,
      owner: recruiters[index % recruiters.length]?.id ?? null,
      clientCorporation: subtype === 'ClientContact' ? 801 + (index % corporations.length) : null,
      dateAdded: addedMs,
      dateLastModified: addedMs,
    });
  });
}

function addRecruiters(state: BullhornState, addedMs: number): void {
  for (const { entitlements, restToken, department, timeZone, ...person } of recruiters) {
    const username = `${person.firstName.toLowerCase()}.sandbox`;
    const { id } = person;
    state.users.set(id, { id, username, password: 'sandbox', timeZone, department, entitlements, restToken });
    state.records.Person.set(id, {
      ...person,
      _subtype: 'CorporateUser',
      name: `${person.firstName} ${person.lastName}`,
      email: `${person.firstName.toLowerCase()}@talentworks.example`,
      phone: `+1 800 555 00${id}`,
      username,
      masterUserID: 9000 + id,
      enabled: true,
      isDeleted: false,
      dateAdded: addedMs,
      dateLastModified: addedMs,
    });
  }
}

/** Fills an empty state with everybody, their companies and jobs, the API key and the sign-ins. */
export function addSeedPeople(state: BullhornState, addedMs: number): void {
  addRecruiters(state, addedMs);
  addPeople(state, 'Candidate', candidates, addedMs);
  addPeople(state, 'ClientContact', clientContacts, addedMs);
  addPeople(state, 'Lead', leads, addedMs);
  corporations.forEach((name, index) =>
    state.records.ClientCorporation.set(801 + index, { id: 801 + index, name }),
  );
  jobTitles.forEach((title, index) => state.records.JobOrder.set(901 + index, { id: 901 + index, title }));
  state.oauthClients.set(oauthClient.clientId, oauthClient);
}
