/** Fills the local corporation with believable recruiters' calendars around now: a month back, three months ahead. */
import { createSeededRandom, type SeededRandom } from '../../core/seeded-random';
import { epochMsToWall, wallToEpochMs, type WallTime } from '../../core/zone-time';
import {
  createEmptyState,
  type BullhornState,
  type BullhornUser,
  type EntityRecord,
} from '../bullhorn-state';
import type { BullhornSwitches } from '../switches';
import { addAppointment, addAttendee, type AppointmentEntry } from './add-appointments';
import { addSeedPeople } from './seed-people';
import { allDaySubjects, privateSubjects, teamSubjects, topics, type Topic } from './seed-topics';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const firstDay = -30;
const lastDay = 90;
const acceptanceStatuses = [1, 0, 2, -1, null, 1] as const;
type StartTime = Pick<WallTime, 'hour' | 'minute'>;
const startTimes: readonly [StartTime, ...StartTime[]] = [
  { hour: 8, minute: 30 },
  { hour: 10, minute: 0 },
  { hour: 11, minute: 15 },
  { hour: 14, minute: 0 },
  { hour: 16, minute: 45 },
];
const referenceFields = {
  Candidate: 'candidateReference',
  ClientContact: 'clientContactReference',
  Lead: 'lead',
} as const;

interface Planner {
  readonly state: BullhornState;
  readonly user: BullhornUser;
  readonly random: SeededRandom;
  readonly nowMs: number;
  /** Today in the zone of the user. */
  readonly today: WallTime;
  readonly switches: BullhornSwitches;
}

function atTime(planner: Planner, day: number, hour: number, minute = 0): number {
  const { today, user } = planner;
  return wallToEpochMs({ ...today, day: today.day + day, hour, minute, second: 0 }, user.timeZone);
}

/** The date is read as UTC, where the weekday of a date is the same as anywhere. */
function isWeekend({ today }: Planner, day: number): boolean {
  return [0, 6].includes(new Date(Date.UTC(today.year, today.month - 1, today.day + day)).getUTCDay());
}

/** No appointment was changed after now, also one that lies ahead. */
function add(planner: Planner, entry: AppointmentEntry): EntityRecord {
  const { state, user, random, nowMs } = planner;
  return addAppointment(state, {
    ...entry,
    owner: user.id,
    dateAdded: Math.min(entry.dateBegin, nowMs) - random.integer(1, 20) * dayMs,
    timeZoneID: random.chance(0.7) ? user.timeZone : null,
  });
}

/** In turn, so that every answer is there whatever day it is. */
function invite(planner: Planner, appointment: number, attendee: number): void {
  const { state } = planner;
  const turn = state.records.AppointmentAttendee.size % acceptanceStatuses.length;
  addAttendee(state, { appointment, attendee, acceptanceStatus: acceptanceStatuses[turn] ?? null });
}

function personOf(planner: Planner, subtype: Topic['about'][number]): EntityRecord | undefined {
  const all = [...planner.state.records.Person.values()].filter(({ _subtype }) => _subtype === subtype);
  return planner.random.shuffle(all)[0];
}

function addMeeting(planner: Planner, day: number): void {
  const { random } = planner;
  const topic = random.pick(topics);
  const { hour, minute } = random.pick(startTimes);
  const dateBegin = atTime(planner, day, hour, minute);
  const people = topic.about.flatMap((subtype) => personOf(planner, subtype) ?? []);
  const references = Object.fromEntries(
    topic.about.map((subtype, index) => [referenceFields[subtype], people[index]?.id ?? null]),
  );
  const name = people[0]?.name ?? '';
  const { id } = add(planner, {
    ...references,
    subject: `${random.pick(topic.subjects)}: ${String(name)}`,
    description: random.pick(topic.descriptions),
    location: random.pick(topic.locations),
    type: topic.type,
    communicationMethod: topic.communicationMethod,
    jobOrder: topic.about.length > 1 ? random.integer(901, 905) : null,
    dateBegin,
    dateEnd: dateBegin + topic.durationMinutes * minuteMs,
    // Rows that were not entered by hand have null here (sdk-rest testdata).
    isAllDay: random.chance(0.2) ? null : false,
    showTimeAs: random.chance(0.8) ? 'busy' : 'Free',
    isDeleted: random.chance(0.08),
  });
  for (const person of people) {
    if (person._subtype === 'Lead') continue;
    invite(planner, id, person.id);
  }
}

/** The parent in the user's calendar, and a child in that of each colleague. */
function addTeamMeeting(planner: Planner, day: number, subject: string): void {
  const { state, user } = planner;
  const dateBegin = atTime(planner, day, 9);
  const parent = add(planner, {
    subject,
    description: '<p>Numbers first, then names.</p>',
    location: 'Team call',
    type: 'Meeting',
    dateBegin,
    dateEnd: dateBegin + 45 * minuteMs,
  });
  for (const colleague of [...state.users.values()].filter(({ id }) => id !== user.id)) {
    invite(planner, parent.id, colleague.id);
    addAppointment(state, {
      ...parent,
      subject,
      dateBegin,
      dateEnd: dateBegin + 45 * minuteMs,
      owner: colleague.id,
      parentAppointment: parent.id,
    });
  }
}

function addAllDay(planner: Planner, day: number, subject: string): void {
  const { today, user, switches } = planner;
  const zones = { 'owner-zone': user.timeZone, utc: 'UTC', eastern: 'America/New_York' } as const;
  const zone = zones[switches.allDayMidnight];
  const midnight = (offset: number): number =>
    wallToEpochMs({ ...today, day: today.day + offset, hour: 0, minute: 0, second: 0 }, zone);
  add(planner, {
    subject,
    isAllDay: true,
    type: 'Other',
    dateBegin: midnight(day),
    dateEnd: midnight(day + 1),
  });
}

/** One row for the whole series: "no API expansion of occurrences documented" (bullhorn-clio.md §1.2). */
function addWeekly(planner: Planner): void {
  const dateBegin = atTime(planner, firstDay, 8, 30);
  add(planner, {
    subject: 'Desk stand-up',
    dateBegin,
    dateEnd: dateBegin + 15 * minuteMs,
    recurrenceType: 'W',
    recurrenceFrequency: 1,
    // Monday 4 and Friday 64.
    recurrenceDayBits: 68,
    recurrenceStyle: 'R',
  });
}

function addPrivate(planner: Planner, day: number, subject: string): void {
  const dateBegin = atTime(planner, day, 12, 30);
  add(planner, {
    subject,
    type: 'Personal',
    isPrivate: true,
    dateBegin,
    dateEnd: dateBegin + 60 * minuteMs,
  });
}

function addCalendar(planner: Planner): void {
  for (let day = firstDay; day <= lastDay; day += 1) {
    if (!isWeekend(planner, day) && planner.random.chance(0.3)) addMeeting(planner, day);
  }
  teamSubjects.forEach((subject, index) => addTeamMeeting(planner, -7 + index * 14, subject));
  allDaySubjects.forEach((subject, index) => addAllDay(planner, -10 + index * 23, subject));
  privateSubjects.forEach((subject, index) => addPrivate(planner, -4 + index * 9, subject));
  addWeekly(planner);
  // It runs over midnight and more: whoever asks for the days after its beginning has to find it.
  add(planner, {
    subject: 'Recruiting conference',
    type: 'Other',
    location: 'Convention Centre',
    dateBegin: atTime(planner, -1, 9),
    dateEnd: atTime(planner, 1, 17),
  });
}

/**
 * The same people and appointments on every run, around `nowMs`.
 *
 * @param context of the switches, `allDayMidnight` counts.
 */
export function seedMonth(context: {
  readonly nowMs: number;
  readonly switches: BullhornSwitches;
}): BullhornState {
  const { nowMs, switches } = context;
  const state = createEmptyState('e999');
  addSeedPeople(state, nowMs - 200 * dayMs);
  for (const user of state.users.values()) {
    const today = epochMsToWall(nowMs, user.timeZone);
    const random = createSeededRandom(user.id);
    addCalendar({ state, user, random, nowMs, today, switches });
  }
  return state;
}
