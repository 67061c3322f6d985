/** People to invite, of all four kinds: found by words of their names, cut at a limit, and mistaken requests. */
import { account, american, at, person, user } from '../netsuite-account';
import type { EngineCase } from './engine-case';

const many = Array.from({ length: 60 }, (_, index) =>
  person(String(600 + index), 'customer', `Customer ${index}`),
);

const state = account({
  users: [
    user('11', american),
    { ...user('12', american), permissions: { LIST_FIND: 'FULL', LIST_CONTACT: 'VIEW' } },
  ],
  people: [
    { ...person('41', 'contact', 'Ann Miller'), company: 'Miller & Ann Ltd' },
    person('42', 'customer', 'Miller & Ann Ltd'),
    person('43', 'vendor', 'Miller Supplies'),
    { ...person('44', 'contact', 'Ann Miller-Gone'), isInactive: true },
    person('45', 'contact', 'Łukasz Żółw'),
    person('46', 'vendor', '東京商事'),
    ...many,
  ],
});

const search = (input: EngineCase['input'], changes: Partial<EngineCase> = {}): EngineCase => ({
  name: `looks for people with ${JSON.stringify(input)}`,
  restlet: 'attendeeSearch',
  account: state,
  employeeId: '11',
  nowMs: at('2026-07-20 12:00'),
  input,
  ...changes,
});

export const peopleCases: readonly EngineCase[] = [
  search({ name: 'mill ann' }),
  search({ name: 'MILLER' }),
  search({ name: 'Employee 11' }),
  search({ name: 'łukasz' }),
  search({ name: '東京' }),
  search({ name: 'customer' }),
  search({ name: 'customer', limit: '1' }),
  search({ name: 'customer', limit: '200' }),
  search({ name: 'nobody' }),
  search({ name: ' ' }),
  search({}),
  search({ name: 'ann', limit: '0' }),
  search({ name: 'ann', limit: '201' }),
  search({ name: 'ann', limit: 'many' }),
  search({ name: 'a b c d e f g h i j k' }),
  search({ name: 'miller' }, { employeeId: '12' }),
  search({ name: 'miller' }, { unitBudget: 25 }),
  search({ name: 'miller' }, { unitBudget: 5 }),
];
