/** Writes that are done in part, and writes that meet those of others. */
import type { SandboxTarget } from './conformance-target';
import { idsOf, invitedIds, referencesTo } from './invited';
import { failed, succeeded } from './outcome';
import { useWorkbench } from './workbench';

export const describePartDone = (target: SandboxTarget): void => {
  const { attendeeWrites, changedMeanwhile } = target.facts;

  describe('a write that is done in part', () => {
    const bench = useWorkbench(target);

    /** Where attendees are written one by one, the next one fails; else one of them does not exist. */
    const contactsWithOneFailing = () => {
      const { account } = bench();
      if (attendeeWrites === 'one-by-one') {
        account.control.failNextAttendee();
        return referencesTo(account.people);
      }
      const [ada] = account.people;
      return [...referencesTo(account.people), { ...ada, id: account.unknownId }];
    };

    const titlesListed = async (): Promise<readonly string[]> =>
      succeeded(await bench().crm.list()).appointments.map(({ title }) => title);

    /** The failure names who is missing, and shows the appointment as it is. */
    const expectPart = async (result: { readonly successful: boolean }): Promise<void> => {
      const { account, listed } = bench();
      const { errorCode, returnMessage, appointment, retryable } = failed(result);
      expect({ errorCode, retryable }).toEqual({ errorCode: 'partial_write', retryable: true });
      const present = appointment ? invitedIds(appointment) : [];
      const missing = account.people.filter(({ id }) => !present.includes(id));
      expect(missing).toHaveLength(1);
      expect(missing.every(({ name }) => returnMessage.message.includes(name))).toBe(true);
      expect(await listed(appointment?.id ?? '')).toEqual(appointment);
    };

    it.each([
      ['the same key', 'key-1'],
      ['no key', undefined],
    ])('creates all or says who is missing, and asking again with %s completes it', async (_what, key) => {
      const { account, crm, form } = bench();
      const first = await crm.create(form({ contacts: contactsWithOneFailing() }), key);
      if (attendeeWrites === 'one-by-one') {
        await expectPart(first);
        expect(await titlesListed()).toEqual(['Quarterly review']);
      } else {
        expect(failed(first).errorCode).toBe('invalid_request');
        expect(await titlesListed()).toEqual([]);
      }
      const contacts = referencesTo(account.people);
      // Without the person who does not exist it is another request, which needs another key.
      const secondKey = attendeeWrites === 'one-by-one' ? key : 'key-2';
      const { appointment } = succeeded(await crm.create(form({ contacts }), secondKey));
      expect(invitedIds(appointment)).toEqual(idsOf(account.people));
      expect(await titlesListed()).toEqual(['Quarterly review']);
      expect(await bench().listed(appointment.id)).toEqual(appointment);
    });

    it('takes no appointment that another key left undone for its own', async () => {
      const { account, crm, form } = bench();
      await crm.create(form({ contacts: contactsWithOneFailing() }), 'key-1');
      const before = await titlesListed();
      const other = form({ contacts: referencesTo(account.people), summary: 'Another agenda' });
      const { appointment } = succeeded(await crm.create(other, 'key-2'));
      expect(appointment.summary).toBe('Another agenda');
      expect(invitedIds(appointment)).toEqual(idsOf(account.people));
      expect(await titlesListed()).toHaveLength(before.length + 1);
    });

    it('edits all or says who is missing, and asking again completes it', async () => {
      const { account, crm, create, listed } = bench();
      const before = await create();
      const first = await crm.update(before.id, { title: 'Renamed', contacts: contactsWithOneFailing() });
      if (attendeeWrites === 'one-by-one') {
        await expectPart(first);
        expect(failed(first).appointment?.title).toBe('Renamed');
      } else {
        expect(failed(first).errorCode).toBe('invalid_request');
        expect(await listed(before.id)).toEqual(before);
      }
      const patch = { title: 'Renamed', contacts: referencesTo(account.people) };
      const { appointment } = succeeded(await crm.update(before.id, patch));
      expect(appointment.title).toBe('Renamed');
      expect(invitedIds(appointment)).toEqual(idsOf(account.people));
    });
  });

  describe('a write that meets one of somebody else', () => {
    const bench = useWorkbench(target);

    it('is refused with the appointment as it now is, or leaves alone what it does not name', async () => {
      const { account, crm, create, listed } = bench();
      const { control } = account;
      const before = await create({ location: 'Room 4' });
      control.beforeNextWrite(() => control.changeLocationElsewhere(before.id, 'Room 7'));
      const result = await crm.update(before.id, { title: 'Renamed' });
      if (changedMeanwhile === 'conflict') {
        const { errorCode, appointment, retryable } = failed(result);
        expect({ errorCode, retryable }).toEqual({ errorCode: 'conflict', retryable: false });
        expect(appointment).toMatchObject({ id: before.id, title: before.title, location: 'Room 7' });
        expect(await listed(before.id)).toEqual(appointment);
      } else {
        expect(succeeded(result).appointment.title).toBe('Renamed');
        expect(await listed(before.id)).toMatchObject({ title: 'Renamed', location: 'Room 7' });
      }
    });

    it('keeps what was changed elsewhere before it was read', async () => {
      const { account, crm, create } = bench();
      const before = await create({ location: 'Room 4' });
      account.control.changeLocationElsewhere(before.id, 'Room 7');
      const { appointment } = succeeded(await crm.update(before.id, { title: 'Renamed' }));
      expect(appointment).toMatchObject({ title: 'Renamed', location: 'Room 7' });
      expect(appointment.version).not.toBe(before.version);
    });
  });
};
