/** That a change of an appointment changes what it names, and nothing else. */
import { clientForm } from './client-form';
import type { ConformanceAccount, ConformanceTarget } from './conformance-target';
import { idsOf, invitedIds, referencesTo } from './invited';
import { failed, succeeded } from './outcome';
import { useWorkbench } from './workbench';

const anyVersion: unknown = expect.any(String);

export const describeEditing = (target: ConformanceTarget): void => {
  describe('editing', () => {
    const bench = useWorkbench<ConformanceAccount>(target);

    /** With the first two of the known people. */
    const createMeeting = async () => {
      const { account, create } = bench();
      return create({ contacts: referencesTo(account.people.slice(0, 2)), location: 'Room 4' });
    };

    const update = async (id: string, patch: object) => {
      const { appointmentId, appointment } = succeeded(await bench().crm.update(id, patch));
      expect(appointmentId).toBe(id);
      expect(await bench().listed(id)).toEqual(appointment);
      return appointment;
    };

    it('changes the title alone', async () => {
      const before = await createMeeting();
      expect(await update(before.id, { title: '新しい題' })).toEqual({
        ...before,
        title: '新しい題',
        version: anyVersion,
      });
    });

    it('changes the title alone also where the client sends everything it shows', async () => {
      const before = await createMeeting();
      expect(await update(before.id, clientForm(before, { title: 'Renamed' }))).toEqual({
        ...before,
        title: 'Renamed',
        version: anyVersion,
      });
    });

    it('changes the description alone, and empties it', async () => {
      const before = await createMeeting();
      const summary = 'if x < 5 & y > 3\nthen <b>call</b>';
      const changed = { ...before, summary, description: summary, version: anyVersion };
      expect(await update(before.id, { summary })).toEqual(changed);
      expect(await update(before.id, { summary: '' })).toEqual({ ...changed, summary: '', description: '' });
    });

    it('changes the location alone, and empties it', async () => {
      const { capabilities } = bench().account;
      const before = await createMeeting();
      const changed = { ...before, version: anyVersion };
      const shown = (location: string) => (capabilities.location ? location : '');
      expect(await update(before.id, { location: '会議室 2' })).toEqual({
        ...changed,
        location: shown('会議室 2'),
      });
      expect(await update(before.id, { location: '' })).toEqual({ ...changed, location: '' });
    });

    it('keeps the duration when it is moved, and the start when it is made longer', async () => {
      const { at } = bench();
      const before = await createMeeting();
      const startTimeUtc = at(8, '16:15');
      const moved = { ...before, startTimeUtc, endTimeUtc: at(8, '16:45'), version: anyVersion };
      expect(await update(before.id, { startTimeUtc })).toEqual(moved);
      expect(await update(before.id, { durationMinutes: 75 })).toEqual({
        ...moved,
        endTimeUtc: at(8, '17:30'),
        durationMinutes: 75,
      });
    });

    it('takes the start by either of its names, with an offset', async () => {
      const { at } = bench();
      const before = await createMeeting();
      const startTime = at(9, '08:05').replace('.000Z', '+00:00');
      expect(await update(before.id, { startTime, durationMinutes: 30 })).toMatchObject({
        startTimeUtc: at(9, '08:05'),
      });
    });

    it('moves over a change of the clocks to the hour that was asked for', async () => {
      const { at } = bench();
      const before = await createMeeting();
      for (const days of [3, 120, 300]) {
        const startTimeUtc = at(days, '11:45');
        const { appointment } = succeeded(await bench().crm.update(before.id, { startTimeUtc }));
        expect(appointment).toMatchObject({ startTimeUtc, durationMinutes: 30 });
      }
    });

    it('replaces the contacts, keeps the organizer, and removes the contacts with an empty list', async () => {
      const { account } = bench();
      const [, ben, eve] = account.people;
      const before = await createMeeting();
      const replaced = await update(before.id, { contacts: referencesTo([ben, eve]) });
      expect(invitedIds(replaced)).toEqual(idsOf([ben, eve]));
      expect(replaced.attendees).toEqual(
        expect.arrayContaining([ben, eve].map((person) => expect.objectContaining(person))),
      );
      expect(replaced.organizer).toEqual(before.organizer);
      const cleared = await update(before.id, { contacts: [] });
      expect(invitedIds(cleared)).toEqual([]);
      expect(cleared.organizer).toEqual(before.organizer);
      expect(cleared).toEqual({
        ...before,
        attendees: before.attendees.filter(({ id }) => id === before.organizer?.id),
        attendeeIds: before.attendeeIds.filter((id) => id === before.organizer?.id),
        participantName: cleared.participantName,
        contactId: cleared.contactId,
        contactType: cleared.contactType,
        version: anyVersion,
      });
    });

    it('changes title, time and contacts in one request', async () => {
      const { account, at } = bench();
      const [ada, , eve] = account.people;
      const before = await createMeeting();
      const changed = await update(
        before.id,
        clientForm(before, {
          title: 'All new',
          startTime: at(8, '09:00'),
          durationMinutes: 50,
          contacts: referencesTo([ada, eve]),
        }),
      );
      expect(changed).toMatchObject({
        title: 'All new',
        startTimeUtc: at(8, '09:00'),
        durationMinutes: 50,
        summary: before.summary,
      });
      expect(invitedIds(changed)).toEqual(idsOf([ada, eve]));
    });

    it('changes the version with every change, and only then', async () => {
      const { crm } = bench();
      const before = await createMeeting();
      const unchanged = succeeded(await crm.update(before.id, clientForm(before))).appointment;
      expect(unchanged).toEqual(before);
      const changed = await update(before.id, { title: 'Renamed' });
      expect(changed.version).not.toBe(before.version);
    });

    it.each([
      ['nothing to change', {}],
      ['an empty title', { title: '' }],
      ['a length of nothing', { durationMinutes: 0 }],
      ['a start that is no time', { startTimeUtc: 'tomorrow' }],
      ['a contact that cannot be one', { contacts: ['..'] }],
      ['a status that is none', { status: 'perhaps' }],
      ['a field that nobody knows', { isDeleted: true }],
    ])('refuses %s', async (_what, patch) => {
      const { crm, listed } = bench();
      const before = await createMeeting();
      expect(failed(await crm.update(before.id, patch))).toMatchObject({ errorCode: 'invalid_request' });
      expect(await listed(before.id)).toEqual(before);
    });
  });
};
