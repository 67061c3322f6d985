import { epochMsToWall } from '../../../../sandbox/core/zone-time';
import type { BullhornState, EntityRecord } from '../../../../sandbox/bullhorn/bullhorn-state';
import { addAppointments } from '../../../../sandbox/bullhorn/seed/add-appointments';
import { seedMonth } from '../../../../sandbox/bullhorn/seed/seed-month';
import { defaultSwitches } from '../../../../sandbox/bullhorn/switches';
import { nowMs } from '../running-bullhorn';

const dayMs = 86_400_000;
const seed = (): BullhornState => seedMonth({ nowMs, switches: defaultSwitches });
const appointmentsOf = (state: BullhornState, owner: number): EntityRecord[] =>
  [...state.records.Appointment.values()].filter((appointment) => appointment.owner === owner);

describe('The seeded recruiters’ calendars', () => {
  const state = seed();
  const appointments = [...state.records.Appointment.values()];
  const links = [...state.records.AppointmentAttendee.values()];

  it('are the same on every run', () => {
    expect([...seed().records.Appointment]).toEqual([...state.records.Appointment]);
    expect([...seed().records.AppointmentAttendee]).toEqual([...state.records.AppointmentAttendee]);
  });

  it('have 30 to 50 appointments of each, from a month ago to three months ahead, whatever day it is', () => {
    for (let week = 0; week < 52; week += 1) {
      const atMs = nowMs + week * 8 * dayMs;
      const seeded = seedMonth({ nowMs: atMs, switches: defaultSwitches });
      for (const own of [11, 12, 13].map((owner) => appointmentsOf(seeded, owner))) {
        expect(own.length).toBeGreaterThanOrEqual(30);
        expect(own.length).toBeLessThanOrEqual(50);
        const begins = own.map(({ dateBegin }) => Number(dateBegin));
        expect(Math.min(...begins)).toBeGreaterThan(atMs - 32 * dayMs);
        expect(Math.max(...begins)).toBeLessThan(atMs + 92 * dayMs);
      }
    }
  });

  it('point only at what is there', () => {
    for (const { appointment, attendee } of links) {
      expect(state.records.Appointment.has(Number(appointment))).toBe(true);
      expect(state.records.Person.has(Number(attendee))).toBe(true);
    }
    const people = appointments.flatMap((each) =>
      [each.candidateReference, each.clientContactReference, each.lead].filter(
        (id) => typeof id === 'number',
      ),
    );
    expect(people.length).toBeGreaterThan(30);
    expect(people.every((id) => state.records.Person.has(Number(id)))).toBe(true);
  });

  it('have every answer to an invitation, also none', () => {
    expect(new Set(links.map(({ acceptanceStatus }) => acceptanceStatus))).toEqual(
      new Set([-1, 0, 1, 2, null]),
    );
  });

  it('have rows of every kind that a reader has to cope with', () => {
    const kinds = {
      child: appointments.filter(({ parentAppointment }) => parentAppointment !== null),
      private: appointments.filter(({ isPrivate }) => isPrivate === true),
      allDay: appointments.filter(({ isAllDay }) => isAllDay === true),
      deleted: appointments.filter(({ isDeleted }) => isDeleted === true),
      recurring: appointments.filter(({ recurrenceType }) => recurrenceType === 'W'),
      lead: appointments.filter(({ lead }) => typeof lead === 'number'),
      withoutZone: appointments.filter(({ timeZoneID }) => timeZoneID === null),
      running: appointments.filter(
        ({ dateBegin, dateEnd }) => Number(dateBegin) < nowMs - dayMs / 2 && Number(dateEnd) > nowMs,
      ),
    };
    for (const [kind, rows] of Object.entries(kinds)) expect([kind, rows.length > 0]).toEqual([kind, true]);
  });

  it('begin all-day appointments at the midnight that the switch names', () => {
    const wallHours = (allDayMidnight: 'owner-zone' | 'utc', zone: string): number[] =>
      appointmentsOf(seedMonth({ nowMs, switches: { ...defaultSwitches, allDayMidnight } }), 11)
        .filter(({ isAllDay }) => isAllDay === true)
        .map(({ dateBegin }) => epochMsToWall(Number(dateBegin), zone).hour);
    expect(wallHours('owner-zone', 'America/Los_Angeles')).toEqual([0, 0, 0]);
    expect(wallHours('utc', 'UTC')).toEqual([0, 0, 0]);
  });

  it('take 2,500 more appointments in no time', () => {
    const more = seed();
    const ids = addAppointments(more, { owner: 11, count: 2500, firstBeginMs: nowMs, attendees: [501] });
    expect(new Set(ids).size).toBe(2500);
    expect(more.records.Appointment.get(ids[2499] ?? 0)).toMatchObject({
      dateBegin: nowMs + 2499 * 3_600_000,
    });
    expect(more.records.AppointmentAttendee.size).toBe(state.records.AppointmentAttendee.size + 2500);
  });
});
