/** The people of the local account: five employees who can sign in, and whom they meet. */
import type { Person, PersonKind, Preferences, User } from './entities';

/** The role of the SuiteApp, with the permissions its documentation asks for. */
const appConnectRole = {
  roleScriptId: 'customrole_rc_app_connect',
  permissions: {
    LIST_EVENT: 'FULL',
    LIST_CALENDAR: 'VIEW',
    LIST_CONTACT: 'VIEW',
    LIST_CUSTJOB: 'VIEW',
    LIST_VENDOR: 'VIEW',
    LIST_EMPLOYEE: 'VIEW',
    LIST_FIND: 'FULL',
    REPO_ANALYTICS: 'EDIT',
    ADMI_RESTWEBSERVICES: 'FULL',
  },
} as const satisfies Pick<User, 'roleScriptId' | 'permissions'>;

const administratorRole = { roleScriptId: 'ADMINISTRATOR', permissions: 'administrator' } as const;

type NamedPerson = readonly [id: string, name: string, email: string, company?: string];

const employees: readonly NamedPerson[] = [
  ['101', 'Maya Delgado', 'maya.delgado@halden-audio.example'],
  ['102', "James O'Connor", 'james.oconnor@halden-audio.example'],
  ['103', 'Priya Raghunathan', 'priya.raghunathan@halden-audio.example'],
  ['104', 'Liam Müller-Novak', 'liam.mueller-novak@halden-audio.example'],
  ['105', 'Nizhoni Begay', 'nizhoni.begay@halden-audio.example'],
];

const customers: readonly NamedPerson[] = [
  ['201', 'Acme Stages Ltd', 'office@acme-stages.example'],
  ['202', 'Müller & Söhne GmbH', 'kontakt@mueller-soehne.example'],
  ['203', 'Café Aurélie SARL', 'bonjour@cafe-aurelie.example'],
  ['204', '漢字商事株式会社', 'info@kanji-shoji.example'],
  ['205', 'شركة الأفق', 'info@al-ufuq.example'],
  ['206', 'Sunrise 🌅 Solar', 'hello@sunrise-solar.example'],
];

const vendors: readonly NamedPerson[] = [
  ['301', 'Northwind Paper', 'orders@northwind-paper.example'],
  ['302', 'Überseefracht AG', 'dispo@ueberseefracht.example'],
  ['303', 'Škorpil Cables s.r.o.', 'sales@skorpil-cables.example'],
];

const contacts: readonly NamedPerson[] = [
  ['401', 'Zoë Lefèvre', 'zoe.lefevre@cafe-aurelie.example', 'Café Aurélie SARL'],
  ['402', 'Jürgen Groß', 'j.gross@mueller-soehne.example', 'Müller & Söhne GmbH'],
  ['403', '山田 花子', 'hanako.yamada@kanji-shoji.example', '漢字商事株式会社'],
  ['404', '王小明', 'xiaoming.wang@kanji-shoji.example', '漢字商事株式会社'],
  ['405', 'ليلى حداد', 'layla.haddad@al-ufuq.example', 'شركة الأفق'],
  ['406', 'Олена Шевченко', 'olena.shevchenko@acme-stages.example', 'Acme Stages Ltd'],
  ['407', 'Ana Sofía Núñez', 'ana.nunez@acme-stages.example', 'Acme Stages Ltd'],
  ['408', 'Tom Baker', 'tom.baker@sunrise-solar.example', 'Sunrise 🌅 Solar'],
  ['409', 'Grace Okafor', 'grace.okafor@sunrise-solar.example', 'Sunrise 🌅 Solar'],
  ['410', 'Mick "Sparky" O’Neil', 'mick@oneil-events.example'],
  ['411', 'Robin 🚀 Park', 'robin.park@launchpad.example'],
  ['412', 'Søren Kjær', 'soren.kjaer@nordlyd.example'],
];

function people(kind: PersonKind, named: readonly NamedPerson[]): Person[] {
  return named.map(([internalId, name, email, company = '']) => ({
    internalId,
    kind,
    name,
    email,
    phone: `+1 555 0${internalId}`,
    company,
    isInactive: false,
  }));
}

export function seedPeople(): Person[] {
  return [
    ...people('employee', employees),
    ...people('customer', customers),
    ...people('vendor', vendors),
    ...people('contact', contacts),
  ];
}

const preferences: Readonly<Record<string, Preferences>> = {
  '101': { timeZone: 'America/Los_Angeles', dateFormat: 'M/D/YYYY', timeFormat: 'h:mm a' },
  '102': { timeZone: 'America/New_York', dateFormat: 'D-Mon-YYYY', timeFormat: 'h-mm a' },
  '103': { timeZone: 'Asia/Calcutta', dateFormat: 'DD/MM/YYYY', timeFormat: 'H:mm' },
  '104': { timeZone: 'Australia/Adelaide', dateFormat: 'DD.MM.YYYY', timeFormat: 'H-mm' },
  '105': { timeZone: 'America/Phoenix', dateFormat: 'D MONTH, YYYY', timeFormat: 'H:mm' },
};

/** Each in another zone and with other formats; the last one is the administrator. */
export function seedUsers(): User[] {
  return Object.entries(preferences).map(([employeeId, userPreferences]) => ({
    employeeId,
    ...(employeeId === '105' ? administratorRole : appConnectRole),
    preferences: userPreferences,
    token: `sandbox-token-${employeeId}`,
  }));
}
