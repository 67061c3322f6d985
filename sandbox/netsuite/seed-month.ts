/** Fills the local account with a believable sales team's calendar around now: a month back, three months ahead. */
import { createSeededRandom, type SeededRandom } from '../core/seeded-random';
import type {
  CalendarEvent,
  EventAttendee,
  EventStatus,
  NetSuiteState,
  Occurrence,
  Person,
  User,
} from './entities';
import { seedPeople, seedUsers } from './seed-people';
import {
  allDayTitles,
  locations,
  messages,
  privateTitles,
  salesTitles,
  teamTitles,
  vendorTitles,
} from './seed-topics';
import { epochMsToWall, wallToEpochMs, type WallTime } from './zone-time';

const dayMs = 86_400_000;
const firstDay = -30;
const lastDay = 90;

/** Starts and lengths that meetings of a working day have; none meets the weekly review at 8:30. */
const slots = [
  { hour: 9, minute: 0, durationMinutes: 30 },
  { hour: 10, minute: 15, durationMinutes: 45 },
  { hour: 11, minute: 30, durationMinutes: 60 },
  { hour: 13, minute: 0, durationMinutes: 30 },
  { hour: 14, minute: 0, durationMinutes: 90 },
  { hour: 16, minute: 30, durationMinutes: 25 },
  { hour: 19, minute: 0, durationMinutes: 150 },
] as const;

const seeds: Readonly<Record<string, number>> = { '101': 11, '102': 22, '103': 33, '104': 44, '105': 55 };

/** What is chosen for an event; the rest follows from the person whose calendar it is in. */
interface Meeting extends Pick<CalendarEvent, 'title' | 'occurrences'> {
  readonly guests?: readonly Person[];
  readonly accessLevel?: CalendarEvent['accessLevel'];
  readonly allDay?: boolean;
  readonly status?: EventStatus;
}

interface Planner {
  readonly user: User;
  readonly random: SeededRandom;
  readonly nowMs: number;
  readonly byKind: (kind: Person['kind']) => readonly Person[];
  /** Today in the zone of the user. */
  readonly today: WallTime;
}

function onDay(planner: Planner, day: number, hour: number, minute: number): number {
  const { today, user } = planner;
  const wall = { ...today, day: today.day + day, hour, minute, second: 0 };
  return wallToEpochMs(wall, user.preferences.timeZone);
}

/** 0 is Sunday; the date is read as UTC, where the weekday of a date is the same as anywhere. */
function weekdayOf({ today }: Planner, day: number): number {
  return new Date(Date.UTC(today.year, today.month - 1, today.day + day)).getUTCDay();
}

function timed(planner: Planner, day: number, slot: (typeof slots)[number]): Occurrence {
  const startMs = onDay(planner, day, slot.hour, slot.minute);
  return { startMs, endMs: startMs + slot.durationMinutes * 60_000 };
}

function pickPeople(planner: Planner, kind: Person['kind'], count: number): Person[] {
  const others = planner.byKind(kind).filter((person) => person.internalId !== planner.user.employeeId);
  return planner.random.shuffle(others).slice(0, count);
}

function guestsFor(planner: Planner): {
  readonly titles: readonly [string, ...string[]];
  readonly guests: Person[];
} {
  const { random } = planner;
  const topic = random.integer(1, 10);
  if (topic <= 2)
    return { titles: teamTitles, guests: pickPeople(planner, 'employee', random.integer(1, 3)) };
  if (topic === 3) return { titles: vendorTitles, guests: pickPeople(planner, 'vendor', 1) };
  const contacts = pickPeople(planner, 'contact', random.integer(1, 2));
  const customers = random.chance(0.5) ? pickPeople(planner, 'customer', 1) : [];
  const colleagues = random.chance(0.3) ? pickPeople(planner, 'employee', 1) : [];
  return { titles: salesTitles, guests: [...contacts, ...customers, ...colleagues] };
}

function ordinaryMeeting(planner: Planner, occurrence: Occurrence): Meeting {
  const { random } = planner;
  if (random.chance(0.08)) {
    return { title: random.pick(privateTitles), occurrences: [occurrence], accessLevel: 'PRIVATE' };
  }
  const { titles, guests } = guestsFor(planner);
  const title = random.pick(titles).replace('{who}', () => guests[0]?.name ?? 'the team');
  const accessLevel = random.chance(0.1) ? 'SHOW AS BUSY' : 'PUBLIC';
  return { title, occurrences: [occurrence], guests, accessLevel };
}

function weeklyReview(planner: Planner): Meeting {
  const monday = firstDay + ((8 - weekdayOf(planner, firstDay)) % 7);
  const weeks = Array.from(
    { length: Math.floor((lastDay - monday) / 7) + 1 },
    (_, week) => monday + week * 7,
  );
  const [first = monday, ...others] = weeks;
  const review = (day: number): Occurrence => {
    const startMs = onDay(planner, day, 8, 30);
    return { startMs, endMs: startMs + 30 * 60_000 };
  };
  return {
    title: 'Weekly pipeline review',
    occurrences: [review(first), ...others.map(review)],
    guests: pickPeople(planner, 'employee', 2),
    status: 'CONFIRMED',
  };
}

/** Three days as one occurrence, the first of them a Tuesday. */
function tradeFair(planner: Planner): Meeting {
  const tuesday = 14 + ((9 - weekdayOf(planner, 14)) % 7);
  const occurrence = { startMs: onDay(planner, tuesday, 10, 0), endMs: onDay(planner, tuesday + 2, 16, 0) };
  return {
    title: 'Trade fair: Pro Audio Days',
    occurrences: [occurrence],
    guests: pickPeople(planner, 'contact', 2),
  };
}

function allDayMeeting(planner: Planner, day: number): Meeting {
  const occurrence = { startMs: onDay(planner, day, 8, 0), endMs: onDay(planner, day, 18, 0) };
  return { title: planner.random.pick(allDayTitles), occurrences: [occurrence], allDay: true };
}

function meetingsOf(planner: Planner): Meeting[] {
  const { random } = planner;
  const workingDays = Array.from({ length: lastDay - firstDay + 1 }, (_, index) => firstDay + index).filter(
    (day) => ![0, 6].includes(weekdayOf(planner, day)),
  );
  const places = random.shuffle(workingDays.flatMap((day) => slots.map((slot) => ({ day, slot }))));
  const count = random.integer(23, 34);
  const allDays = random.shuffle(workingDays).slice(0, 2);
  return [
    ...places.slice(0, count).map(({ day, slot }) => ordinaryMeeting(planner, timed(planner, day, slot))),
    ...allDays.map((day) => allDayMeeting(planner, day)),
    weeklyReview(planner),
    tradeFair(planner),
  ];
}

function statusOf(random: SeededRandom, occurrence: Occurrence, nowMs: number): EventStatus {
  if (random.chance(0.12)) return 'CANCELLED';
  if (occurrence.endMs < nowMs) return random.chance(0.8) ? 'COMPLETE' : 'CONFIRMED';
  return random.chance(0.35) ? 'TENTATIVE' : 'CONFIRMED';
}

function attendeesOf(planner: Planner, guests: readonly Person[]): EventAttendee[] {
  const { random, user } = planner;
  return [
    { personId: user.employeeId, response: 'ACCEPTED', attendance: 'REQUIRED' },
    ...guests.map((guest) => ({
      personId: guest.internalId,
      response: random.pick(['ACCEPTED', 'NO_RESPONSE', 'NO_RESPONSE', 'TENTATIVE', 'DECLINED'] as const),
      attendance: random.chance(0.2) ? ('OPTIONAL' as const) : ('REQUIRED' as const),
    })),
  ];
}

function toEvent(planner: Planner, meeting: Meeting, internalId: string): CalendarEvent {
  const { random, user, nowMs } = planner;
  const [first] = meeting.occurrences;
  const createdMs = Math.min(nowMs, first.startMs) - random.integer(1, 40) * dayMs;
  return {
    internalId,
    externalId: '',
    title: meeting.title,
    message: random.pick(messages),
    location: random.pick(locations),
    status: meeting.status ?? statusOf(random, first, nowMs),
    accessLevel: meeting.accessLevel ?? 'PUBLIC',
    organizerId: user.employeeId,
    ownerId: user.employeeId,
    timeZone: user.preferences.timeZone,
    allDay: meeting.allDay ?? false,
    occurrences: meeting.occurrences,
    attendees: attendeesOf(planner, meeting.guests ?? []),
    createdMs,
    lastModifiedMs: createdMs + random.integer(0, 12) * 3_600_000,
  };
}

/** The same for the same instant: nothing in it is left to chance. */
export function seedMonth(now: { readonly nowMs: number }): NetSuiteState {
  const people = seedPeople();
  const users = seedUsers();
  const events = users.flatMap((user) => {
    const planner: Planner = {
      user,
      random: createSeededRandom(seeds[user.employeeId] ?? 0),
      nowMs: now.nowMs,
      byKind: (kind) => people.filter((person) => person.kind === kind),
      today: epochMsToWall(now.nowMs, user.preferences.timeZone),
    };
    return meetingsOf(planner).map((meeting) => ({ planner, meeting }));
  });
  return {
    accountId: 'TSTDRV1234567',
    companyTimeZone: 'America/Los_Angeles',
    people: new Map(people.map((person) => [person.internalId, person])),
    users: new Map(users.map((user) => [user.employeeId, user])),
    events: new Map(
      events.map(({ planner, meeting }, index) => {
        const internalId = String(1001 + index);
        return [internalId, toEvent(planner, meeting, internalId)];
      }),
    ),
  };
}
