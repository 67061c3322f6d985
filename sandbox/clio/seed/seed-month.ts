/** Fills the local firm with a believable calendar around now: a month back, three months ahead. */
import { createSeededRandom, type SeededRandom } from '../../core/seeded-random';
import { epochMsToWall, wallToEpochMs } from '../../core/zone-time';
import type { ClioState, Contact, Region, Schedule, Stamps, User } from '../entities';
import { addCalendarEntry, type EntryDraft } from './add-calendar-entry';
import { seedContacts } from './seed-contacts';
import {
  seedCalendars,
  seededCalendarIds,
  seedEventTypes,
  seedGrants,
  seedMatters,
  seedUsers,
} from './seed-firm';
import { allDaySummaries, clientSummaries, descriptions, locations, ownSummaries } from './seed-topics';

const dayMs = 86_400_000;
const firstDay = -30;
const lastDay = 90;

const slots = [
  { hour: 9, minute: 0, durationMinutes: 30 },
  { hour: 10, minute: 15, durationMinutes: 45 },
  { hour: 13, minute: 0, durationMinutes: 60 },
  { hour: 15, minute: 30, durationMinutes: 90 },
  { hour: 18, minute: 0, durationMinutes: 60 },
] as const;

interface Planner {
  readonly state: ClioState;
  readonly user: User;
  readonly random: SeededRandom;
  readonly nowMs: number;
  /** Today in the zone of the user, as midnight in UTC. */
  readonly today: number;
}

type Plan = Omit<EntryDraft, 'calendarOwnerId'>;

const dateOf = ({ today }: Planner, day: number): number => today + day * dayMs;

/** The first date with this weekday (0 is Sunday) from `day` on, in days from today. */
function nextWeekday(planner: Planner, day: number, weekday: number): number {
  return day + ((weekday - new Date(dateOf(planner, day)).getUTCDay() + 7) % 7);
}

function at(
  planner: Planner,
  day: number,
  time: { readonly hour: number; readonly minute: number; readonly durationMinutes: number },
): Schedule {
  const wall = { ...epochMsToWall(dateOf(planner, day), 'UTC'), hour: time.hour, minute: time.minute };
  const startAtMs = wallToEpochMs(wall, planner.user.timeZone);
  return { kind: 'timed', startAtMs, endAtMs: startAtMs + time.durationMinutes * 60_000 };
}

function allDay(planner: Planner, day: number, days: number): Schedule {
  const firstDayMs = dateOf(planner, day);
  return { kind: 'all-day', firstDayMs, lastDayMs: firstDayMs + (days - 1) * dayMs };
}

function colleagues({ state, user }: Planner): EntryDraft['attendees'] {
  return [...state.users.values()]
    .filter(({ id }) => id !== user.id)
    .map(({ defaultCalendarId }) => ({ type: 'Calendar', recordId: defaultCalendarId }));
}

function pickContacts({ state, random }: Planner, count: number): Contact[] {
  const people = [...state.contacts.values()].filter(({ type }) => type === 'Person');
  return random.shuffle(people).slice(0, count);
}

function clientMeeting(planner: Planner, schedule: Schedule): Plan {
  const { random, state } = planner;
  const contacts = pickContacts(planner, random.integer(1, 2));
  const [matterId = null] = random.shuffle([...state.matters.keys()]);
  const [eventTypeId = null] = random.shuffle([...state.eventTypes.keys()]);
  const invited = contacts.map(({ id }) => ({ type: 'Contact', recordId: id }) as const);
  return {
    schedule,
    summary: random.pick(clientSummaries).replace('{who}', () => contacts[0]?.name ?? ''),
    attendees: [...invited, ...(random.chance(0.25) ? (colleagues(planner)?.slice(0, 1) ?? []) : [])],
    externalProperties: random.chance(0.2)
      ? [{ name: 'intake_reference', value: `IR-${random.integer(1000, 9999)}` }]
      : [],
    matterId: random.chance(0.6) ? matterId : null,
    eventTypeId: random.chance(0.5) ? eventTypeId : null,
  };
}

function ordinaryPlans(planner: Planner): Plan[] {
  const { random } = planner;
  const days = Array.from({ length: lastDay - firstDay + 1 }, (_, index) => firstDay + index);
  const workingDays = days.filter((day) => ![0, 6].includes(new Date(dateOf(planner, day)).getUTCDay()));
  const places = random.shuffle(workingDays.flatMap((day) => slots.map((slot) => at(planner, day, slot))));
  return places
    .slice(0, random.integer(22, 30))
    .map((schedule) =>
      random.chance(0.2)
        ? { schedule, summary: random.pick(ownSummaries) }
        : clientMeeting(planner, schedule),
    );
}

function recurringPlans(planner: Planner): Plan[] {
  const monday = nextWeekday(planner, firstDay, 1);
  const start = { hour: 8, minute: 30, durationMinutes: 30 };
  return [
    {
      summary: 'Case review',
      schedule: at(planner, monday, start),
      recurrenceRule: 'FREQ=WEEKLY;BYDAY=MO;WKST=SU',
      exceptDatesMs: [dateOf(planner, monday + 14)],
      attendees: colleagues(planner) ?? [],
    },
    {
      // Began so long ago that whoever does not expand it sees nothing of it.
      summary: 'Gym',
      schedule: at(planner, nextWeekday(planner, -320, 3), { ...start, hour: 7 }),
      recurrenceRule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,FR',
    },
    {
      summary: 'Partner lunch',
      schedule: at(planner, nextWeekday(planner, firstDay, 4), { hour: 12, minute: 0, durationMinutes: 75 }),
      recurrenceRule: 'FREQ=MONTHLY;BYDAY=2TH',
    },
    {
      summary: 'Trial preparation',
      schedule: at(planner, 10, { hour: 17, minute: 0, durationMinutes: 45 }),
      recurrenceRule: 'FREQ=DAILY;COUNT=5',
    },
  ];
}

function longPlans(planner: Planner): Plan[] {
  const { random } = planner;
  return [
    { summary: random.pick(allDaySummaries), schedule: allDay(planner, random.integer(3, 12), 1) },
    {
      summary: random.pick(allDaySummaries),
      schedule: allDay(planner, random.integer(20, 40), 1),
      courtRule: true,
    },
    { summary: 'Trial: Haddad v. Northgate', schedule: allDay(planner, nextWeekday(planner, 45, 2), 3) },
    {
      summary: 'Overnight flight',
      schedule: at(planner, random.integer(5, 25), { hour: 22, minute: 30, durationMinutes: 600 }),
    },
    {
      summary: 'Due diligence weekend',
      schedule: at(planner, nextWeekday(planner, 7, 6), { hour: 10, minute: 0, durationMinutes: 1800 }),
      attendees: pickContacts(planner, 3).map(({ id }) => ({ type: 'Contact', recordId: id })),
      externalProperties: [
        { name: 'deal', value: 'northgate' },
        { name: 'stage', value: 'diligence' },
      ],
    },
  ];
}

/** On the calendars that are nobody's own; the owner of the account enters them. */
function sharedPlans(planner: Planner): readonly EntryDraft[] {
  const { firm, room } = seededCalendarIds;
  const { timeZone } = planner.user;
  const booking = { hour: 11, minute: 0, durationMinutes: 120 };
  const onFirm = { calendarOwnerId: firm, timeZone };
  return [
    { ...onFirm, summary: 'Firm holiday', schedule: allDay(planner, 33, 1) },
    {
      ...onFirm,
      summary: 'All hands',
      schedule: at(planner, nextWeekday(planner, firstDay, 5), { hour: 8, minute: 0, durationMinutes: 60 }),
      recurrenceRule: 'FREQ=WEEKLY;INTERVAL=4;BYDAY=FR',
    },
    ...[2, 9, 16].map((day) => ({
      calendarOwnerId: room,
      timeZone,
      summary: 'Room booked',
      schedule: at(planner, day, booking),
    })),
  ];
}

function seedEntries(state: ClioState, nowMs: number): void {
  for (const user of state.users.values()) {
    const { year, month, day } = epochMsToWall(nowMs, user.timeZone);
    const planner = {
      state,
      user,
      nowMs,
      random: createSeededRandom(user.id),
      today: Date.UTC(year, month - 1, day),
    };
    const plans = [...ordinaryPlans(planner), ...recurringPlans(planner), ...longPlans(planner)];
    const own = plans.map((plan) => ({ ...plan, calendarOwnerId: user.defaultCalendarId }));
    for (const draft of user.accountOwner ? [...own, ...sharedPlans(planner)] : own) {
      const { random } = planner;
      addCalendarEntry(state, {
        description: random.pick(descriptions),
        location: random.pick(locations),
        ...draft,
        createdAtMs: nowMs - random.integer(1, 40) * dayMs,
      });
    }
  }
}

function byId<Item extends { readonly id: number }>(items: readonly Item[]): Map<number, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

/** A firm with its people and their calendars, but without an entry. */
export function seedEmptyFirm(now: { readonly nowMs: number; readonly region: Region }): ClioState {
  const createdAtMs = now.nowMs - 400 * dayMs;
  const stamps: Stamps = { version: 1, createdAtMs, updatedAtMs: createdAtMs };
  const users = seedUsers(stamps);
  return {
    region: now.region,
    users: byId(users),
    calendars: byId(seedCalendars(stamps)),
    contacts: byId(seedContacts(stamps)),
    matters: byId(seedMatters(stamps)),
    eventTypes: byId(seedEventTypes(stamps)),
    calendarEntries: new Map(),
    grants: new Map(seedGrants(users, now.region)),
    authorizationCodes: new Map(),
  };
}

/** The same for the same instant: nothing in it is left to chance. */
export function seedMonth(now: { readonly nowMs: number; readonly region: Region }): ClioState {
  const state = seedEmptyFirm(now);
  seedEntries(state, now.nowMs);
  return state;
}
