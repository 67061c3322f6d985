/** Whom the firm deals with: clients, courts and counsel, in several scripts. */
import type { Contact, EmailAddress, PhoneNumber, Stamps } from '../entities';
import { seededCalendarIds } from './seed-firm';

const firstContactId = 2_413_234_001;

/** `company` is the place of the company in the list below. */
interface SeededPerson {
  readonly first: string;
  readonly last: string;
  readonly emails?: readonly string[];
  readonly company?: number;
  readonly title?: string;
  readonly isClient?: boolean;
}

const companies = [
  { name: 'Northgate Estates Ltd', email: 'office@northgate-estates.example', isClient: false },
  { name: '佐藤商事株式会社', email: 'info@sato-shoji.example', isClient: true },
  { name: 'Müller & Söhne GmbH', email: 'kanzlei@mueller-soehne.example', isClient: true },
  { name: 'Superior Court, Clerk’s Office', email: null, isClient: false },
  { name: 'مكتب الأفق للمحاماة', email: 'info@al-ufuq-law.example', isClient: false },
] as const;

const people: readonly SeededPerson[] = [
  {
    first: 'Layla',
    last: 'Haddad',
    emails: ['layla@haddad.example', 'l.haddad@work.example'],
    isClient: true,
  },
  { first: '健', last: '佐藤', emails: ['ken@sato-shoji.example'], company: 1, isClient: true },
  { first: 'Jürgen', last: 'Groß', emails: ['j.gross@mueller-soehne.example'], company: 2, isClient: true },
  { first: 'Олена', last: 'Шевченко', emails: ['olena@shevchenko.example'], isClient: true },
  { first: 'ليلى', last: 'منصور', emails: ['l.mansour@al-ufuq-law.example'], company: 4, title: 'Counsel' },
  { first: 'Zoë', last: 'Lefèvre', emails: ['zoe@lefevre.example'], isClient: true },
  {
    first: 'Seán',
    last: "O'Brien",
    emails: ['sean@northgate-estates.example'],
    company: 0,
    title: 'Director',
  },
  { first: '小明', last: '王', emails: ['xiaoming@wang.example'] },
  { first: 'Anya', last: 'Petrova', isClient: true },
  { first: 'Grace', last: 'Adeyemi', emails: ['grace.adeyemi@court.example'], company: 3, title: 'Clerk' },
  { first: 'Tom', last: 'Baker', emails: ['tom.baker@expert.example'], title: 'Expert witness' },
  { first: 'Søren', last: 'Kjær', emails: ['soren@kjaer.example'] },
  { first: 'दिव्या', last: 'शर्मा', emails: ['divya@sharma.example'], isClient: true },
  { first: 'Robin 🚀', last: 'Park', emails: ['robin@launchpad.example'] },
  { first: 'Nguyễn', last: 'Thị Hoa', emails: ['hoa@nguyen.example'], isClient: true },
];

/** Rows of contacts have ids of their own. */
function emailAddresses(stamps: Stamps, place: number, addresses: readonly string[]): EmailAddress[] {
  return addresses.map((address, index) => ({
    ...stamps,
    id: 690_000 + place * 10 + index,
    name: index === 0 ? 'Work' : 'Home',
    address,
    primary: index === 0,
  }));
}

function phoneNumbers(stamps: Stamps, place: number): PhoneNumber[] {
  const number = `+1 555 01${String(50_000 + place)}`;
  return [{ ...stamps, id: 780_000 + place * 10, name: 'Work', number, primary: true }];
}

function seedCompanies(stamps: Stamps): Contact[] {
  return companies.map(({ name, email, isClient }, place) => ({
    ...stamps,
    id: firstContactId + place,
    type: 'Company',
    name,
    firstName: null,
    lastName: null,
    title: null,
    companyId: null,
    isClient,
    emailAddresses: emailAddresses(stamps, place, email === null ? [] : [email]),
    phoneNumbers: phoneNumbers(stamps, place),
  }));
}

function seedPerson(stamps: Stamps, person: SeededPerson, place: number): Contact {
  return {
    ...stamps,
    id: firstContactId + place,
    type: 'Person',
    name: `${person.first} ${person.last}`,
    firstName: person.first,
    lastName: person.last,
    title: person.title ?? null,
    companyId: person.company === undefined ? null : firstContactId + person.company,
    isClient: person.isClient === true,
    emailAddresses: emailAddresses(stamps, place, person.emails ?? []),
    phoneNumbers: phoneNumbers(stamps, place),
  };
}

/** The id of the last contact is also that of a calendar: contacts and calendars are counted apart. */
export function seedContacts(stamps: Stamps): Contact[] {
  const twin: SeededPerson = { first: 'Tomás', last: 'Núñez', emails: ['tomas@nunez.example'] };
  const place = companies.length + people.length;
  return [
    ...seedCompanies(stamps),
    ...people.map((person, index) => seedPerson(stamps, person, companies.length + index)),
    { ...seedPerson(stamps, twin, place), id: seededCalendarIds.ananya },
  ];
}
