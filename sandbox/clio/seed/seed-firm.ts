/** The law firm: three people in three zones, their calendars, the firm's and that of a room. */
import type {
  Calendar,
  CalendarPermission,
  EventType,
  Grant,
  Matter,
  Region,
  Stamps,
  User,
} from '../entities';

const fullAccess = { calendars: 'read_write', contacts: 'read_write', users: 'read' } as const;

/** Ids of users and of calendars have nothing to do with each other. */
export const seededUserIds = { maria: 358001, daniel: 358002, ananya: 358003 } as const;
export const seededCalendarIds = {
  firm: 9151701,
  maria: 9151702,
  daniel: 9151703,
  ananya: 9151704,
  room: 9151705,
} as const;

export function seedUsers(stamps: Stamps): User[] {
  return [
    {
      ...stamps,
      id: seededUserIds.maria,
      firstName: 'Maria',
      lastName: 'Keller',
      email: 'maria.keller@keller-okafor.example',
      phoneNumber: '+1 555 0140001',
      timeZone: 'America/Los_Angeles',
      enabled: true,
      accountOwner: true,
      subscriptionType: 'Attorney',
      defaultCalendarId: seededCalendarIds.maria,
      access: fullAccess,
    },
    {
      ...stamps,
      id: seededUserIds.daniel,
      firstName: 'Daniel',
      lastName: 'Okafor',
      email: 'daniel.okafor@keller-okafor.example',
      phoneNumber: '+44 20 5550 0142',
      timeZone: 'Europe/London',
      enabled: true,
      accountOwner: false,
      subscriptionType: 'Attorney',
      defaultCalendarId: seededCalendarIds.daniel,
      access: fullAccess,
    },
    {
      ...stamps,
      id: seededUserIds.ananya,
      firstName: 'Ananya',
      lastName: 'Rao',
      email: 'ananya.rao@keller-okafor.example',
      phoneNumber: '+91 22 5550 0143',
      timeZone: 'Asia/Kolkata',
      enabled: true,
      accountOwner: false,
      subscriptionType: 'NonAttorney',
      defaultCalendarId: seededCalendarIds.ananya,
      access: fullAccess,
    },
  ];
}

const { maria, daniel, ananya } = seededUserIds;

const permissions = (
  ofMaria: CalendarPermission,
  ofDaniel: CalendarPermission,
  ofAnanya: CalendarPermission,
): ReadonlyMap<number, CalendarPermission> =>
  new Map([
    [maria, ofMaria],
    [daniel, ofDaniel],
    [ananya, ofAnanya],
  ]);

/** The newest calendar is a room, so that whoever takes the newest for the user's own is wrong. */
export function seedCalendars(stamps: Stamps): Calendar[] {
  const ofUser = { ...stamps, type: 'UserCalendar', hiddenIn: new Map() } as const;
  return [
    {
      ...stamps,
      id: seededCalendarIds.firm,
      type: 'AccountCalendar',
      name: 'Keller & Okafor LLP',
      color: '#367B9C',
      lightColor: '#5DA5C7',
      creatorId: maria,
      userId: null,
      permissions: permissions('owner', 'editor', 'editor'),
      hiddenIn: new Map(),
    },
    {
      ...ofUser,
      id: seededCalendarIds.maria,
      name: 'Maria Keller',
      color: '#83D17F',
      lightColor: '#209412',
      creatorId: maria,
      userId: maria,
      permissions: permissions('owner', 'editor', 'limited_viewer'),
    },
    {
      ...ofUser,
      id: seededCalendarIds.daniel,
      name: 'Daniel Okafor',
      color: '#FFAC7B',
      lightColor: '#FF7715',
      creatorId: daniel,
      userId: daniel,
      permissions: permissions('viewer', 'owner', 'none'),
    },
    {
      ...ofUser,
      id: seededCalendarIds.ananya,
      name: 'Ananya Rao',
      color: '#8E3F64',
      lightColor: '#DE649D',
      creatorId: ananya,
      userId: ananya,
      permissions: permissions('editor', 'limited_viewer', 'owner'),
    },
    {
      ...stamps,
      id: seededCalendarIds.room,
      type: 'AdhocCalendar',
      name: 'Conference room',
      color: '#616161',
      lightColor: '#A3A2A2',
      creatorId: maria,
      userId: null,
      permissions: permissions('owner', 'editor', 'viewer'),
      hiddenIn: new Map([[daniel, ['web']]]),
    },
  ];
}

export function seedMatters(stamps: Stamps): Matter[] {
  return [
    {
      ...stamps,
      id: 1_687_400_001,
      displayNumber: '00041-Haddad',
      description: 'Haddad v. Northgate Estates',
    },
    { ...stamps, id: 1_687_400_002, displayNumber: '00052-Sato', description: 'Sato: incorporation' },
    { ...stamps, id: 1_687_400_003, displayNumber: '00057-Groß', description: 'Estate of J. Groß' },
  ];
}

export function seedEventTypes(stamps: Stamps): EventType[] {
  return [
    { ...stamps, id: 210_001, name: 'Court appearance', color: '#C75300' },
    { ...stamps, id: 210_002, name: 'Client meeting', color: '#009CEC' },
  ];
}

/** A token for every user, of this region only. */
export function seedGrants(users: readonly User[], region: Region): [token: string, grant: Grant][] {
  return users.map(({ id }) => [
    `clio-${region}-token-${id}`,
    { userId: id, refreshToken: `clio-${region}-refresh-${id}`, expiresAtMs: null },
  ]);
}
