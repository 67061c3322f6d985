/** What a new appointment holds, compared with what was asked for. */
import type { ConformanceAccount, ConformanceTarget } from './conformance-target';
import { idsOf, invitedIds, referencesTo } from './invited';
import { failed, succeeded } from './outcome';
import { clockChangesAfter, dayAt, instantOf, isRepeatedTime } from './user-day';
import { useWorkbench } from './workbench';

const MINUTE_MS = 60_000;

const titles = [
  ['Chinese', '漢字の会議'],
  ['Arabic, from right to left', 'اجتماع مع العميل'],
  ['emoji', '🚀 Launch 👩‍⚖️🏽'],
  ['combining marks', 'Zoe\u0308 Nguye\u0302\u0303n'],
  ['punctuation', `O'Brien & "Sons" <x> \\ 100% _a_ ;--`],
] as const;

const texts = [
  ['several lines', 'First line\nSecond line\n\nAfter a gap'],
  ['what looks like HTML', 'a <b>bold</b> & x < 5'],
  ['entities', '5 &lt; 6 &amp; &eacute;'],
  ['many scripts', '漢字 العربية עברית हिन्दी 🚀 e\u0301'],
  ['a long text', 'All work and no play. '.repeat(180).trim()],
  ['nothing', ''],
] as const;

/** Minutes from a change of the clocks at which something starts. */
const aroundChange = [-90, -60, -59, -30, -1, 0, 1, 30, 59, 60, 90];

export const describeCreating = (target: ConformanceTarget): void => {
  describe('creating', () => {
    const bench = useWorkbench<ConformanceAccount>(target);

    it.each([0, 1, 3])('creates an appointment with %i contacts', async (count) => {
      const { account, at, create, listed, crm } = bench();
      const invited = account.people.slice(0, count);
      const created = await create({ contacts: referencesTo(invited), location: 'Room 4' });
      expect(created).toMatchObject({
        title: 'Quarterly review',
        summary: 'Agenda as discussed.',
        description: 'Agenda as discussed.',
        startTimeUtc: at(7, '10:00'),
        endTimeUtc: at(7, '10:30'),
        durationMinutes: 30,
        isAllDay: false,
        location: account.capabilities.location ? 'Room 4' : '',
        timeZone: account.timeZone,
      });
      expect(created.thirdPartyAppointmentId).toBe(created.id);
      expect(created.organizer).not.toBeNull();
      expect(invitedIds(created)).toEqual(idsOf(invited));
      expect(created.attendeeIds).toEqual(created.attendees.map(({ id }) => id));
      expect(created.attendees).toEqual(
        expect.arrayContaining(invited.map((person) => expect.objectContaining(person))),
      );
      expect(created.participantName).toBe(invited[0]?.name ?? '');
      expect(created.contactId).toBe(invited[0]?.id ?? '');
      expect(created.contactType).toBe(invited[0]?.type ?? '');
      expect(await listed(created.id)).toEqual(created);
      expect(succeeded(await crm.refresh(created.id)).appointment).toEqual(created);
    });

    it('invites contacts that are named by their ids alone', async () => {
      const { account, create } = bench();
      const [ada, , eve] = account.people;
      expect(invitedIds(await create({ contacts: [ada.id, Number(eve.id)] }))).toEqual(idsOf([ada, eve]));
    });

    it('invites somebody who is named twice once', async () => {
      const { account, create } = bench();
      const [ada] = account.people;
      expect(invitedIds(await create({ contacts: referencesTo([ada, ada]) }))).toEqual([ada.id]);
    });

    it.each(titles)('keeps a title in %s', async (_script, title) => {
      const { create, listed } = bench();
      const { id } = await create({ title });
      expect((await listed(id))?.title).toBe(title);
    });

    it.each(texts)('keeps a description of %s as it was typed', async (_kind, summary) => {
      const { create, listed } = bench();
      const { id } = await create({ summary });
      expect(await listed(id)).toMatchObject({ summary, description: summary });
    });

    it('keeps the longest title, and says so of a longer one before anything is saved', async () => {
      const { create, form, crm, listed } = bench();
      const title = 'x'.repeat(target.facts.longestTitle);
      const { id } = await create({ title });
      expect((await listed(id))?.title).toBe(title);
      const tooLong = failed(await crm.create(form({ title: `${title}x` })));
      expect(tooLong).toMatchObject({ errorCode: 'invalid_request' });
      expect(tooLong.details?.map(({ path }) => path)).toEqual(['title']);
    });

    it.each([
      ['July', '07'],
      ['January', '01'],
    ])('keeps a time in %s', async (_name, month) => {
      const { account, create, crm } = bench();
      const { nowMs, timeZone } = account;
      const year = dayAt(nowMs, timeZone, 0, 12).slice(0, 4);
      const startTimeUtc = instantOf(`${year}-${month}-15`, '09:17', timeZone);
      const { id } = await create({ startTimeUtc, durationMinutes: 43 });
      expect(succeeded(await crm.refresh(id)).appointment).toMatchObject({
        startTimeUtc,
        durationMinutes: 43,
      });
    });

    it('keeps every minute around the changes of the clocks, or says that this CRM cannot', async () => {
      const { account, form, crm } = bench();
      const { nowMs, timeZone } = account;
      const starts = clockChangesAfter(nowMs, timeZone).flatMap((changeMs) =>
        aroundChange.map((minutes) => changeMs + minutes * MINUTE_MS),
      );
      for (const startMs of starts) {
        const startTimeUtc = new Date(startMs).toISOString();
        const endMs = startMs + 20 * MINUTE_MS;
        const result = await crm.create(form({ startTimeUtc, durationMinutes: 20 }));
        const cannotBeSaid = [startMs, endMs].some((epochMs) => isRepeatedTime(epochMs, timeZone));
        if (target.facts.timesWrittenAs === 'wall-times' && cannotBeSaid) {
          expect(failed(result)).toMatchObject({ errorCode: 'invalid_request' });
        } else {
          const times = { startTimeUtc, durationMinutes: 20 };
          expect(succeeded(result).appointment).toMatchObject(times);
          expect(succeeded(await crm.refresh(succeeded(result).appointmentId)).appointment).toMatchObject(
            times,
          );
        }
      }
    });

    it('keeps an appointment over midnight, or says that this CRM cannot', async () => {
      const { account, at, form, crm } = bench();
      const result = await crm.create(form({ startTimeUtc: at(7, '23:30'), durationMinutes: 90 }));
      if (account.capabilities.crossesMidnight) {
        const { appointment } = succeeded(result);
        expect(appointment).toMatchObject({ endTimeUtc: at(8, '01:00'), durationMinutes: 90 });
      } else {
        const { errorCode, returnMessage } = failed(result);
        expect(errorCode).toBe('invalid_request');
        expect(returnMessage.message).toMatch(/midnight/);
      }
    });

    it('makes one appointment of two requests with the same key, and two of two without', async () => {
      const { form, crm, listedOf } = bench();
      const first = succeeded(await crm.create(form(), 'key-1'));
      const again = succeeded(await crm.create(form(), 'key-1'));
      const other = succeeded(await crm.create(form()));
      expect(again.appointmentId).toBe(first.appointmentId);
      expect(other.appointmentId).not.toBe(first.appointmentId);
      const ids = [first.appointmentId, other.appointmentId];
      expect((await listedOf(ids)).toSorted()).toEqual(ids.toSorted());
    });

    it.each([
      ['no start', { startTimeUtc: undefined }],
      ['a start without an offset', { startTimeUtc: '2026-07-20T10:00:00' }],
      ['no length', { durationMinutes: 0 }],
      ['neither title nor summary', { title: '', summary: '' }],
      ['a contact that cannot be one', { contacts: ['5/../6'] }],
      ['a field that nobody knows', { isDeleted: true }],
    ])('refuses %s', async (_what, changes) => {
      const { form, crm } = bench();
      const { errorCode, details } = failed(await crm.create(form(changes)));
      expect(errorCode).toBe('invalid_request');
      expect(details).not.toEqual([]);
    });
  });
};
