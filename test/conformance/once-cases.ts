/** That nothing is done twice: for a key, for two clicks, and for a request whose answer was lost. */
import type { CheckedConnector, ChangeTerms } from './checked-connector';
import type { SandboxTarget } from './conformance-target';
import { referencesTo } from './invited';
import { failed, succeeded } from './outcome';
import { useWorkbench } from './workbench';

const KEY: ChangeTerms = { idempotencyKey: 'key-1' };

const changes = {
  edit: async (crm: CheckedConnector, id: string) => crm.update(id, { title: 'Renamed' }, KEY),
  status: async (crm: CheckedConnector, id: string) => crm.setStatus(id, 'scheduled', KEY),
  confirm: async (crm: CheckedConnector, id: string) => crm.confirm(id, KEY),
  cancel: async (crm: CheckedConnector, id: string) => crm.cancel(id, KEY),
} as const;

export const describeOnce = (target: SandboxTarget): void => {
  describe('a key', () => {
    const bench = useWorkbench(target);

    const writes = () =>
      bench()
        .account.control.vendorCalls()
        .filter((call) => call.writes);

    const titlesListed = async (crm = bench().crm): Promise<readonly string[]> =>
      succeeded(await crm.list()).appointments.map(({ title }) => title);

    it('gets the first answer to a create again', async () => {
      const { account, crm, form } = bench();
      const contacts = referencesTo(account.people);
      const first = succeeded(await crm.create(form({ contacts }), 'key-1'));
      account.control.resetCalls();
      const again = await crm.create(form({ contacts }), '"key-1"');
      expect(again).toEqual(first);
      expect(writes()).toEqual([]);
    });

    it.each(Object.entries(changes))('gets the first answer to a change again: %s', async (name, change) => {
      const { account, create, crm } = bench();
      const { id } = await create();
      const first = await change(crm, id);
      account.control.resetCalls();
      const again = await change(crm, id);
      expect(writes()).toEqual([]);
      if (name === 'cancel' && target.facts.afterCancel.refreshed === 'not_found') {
        const { appointmentId, appointment, returnMessage } = succeeded(again);
        expect(appointmentId).toBe(id);
        expect(appointment).toMatchObject({ id, status: 'cancelled' });
        expect(returnMessage).toMatchObject({ messageType: 'info' });
      } else if (first.successful) {
        // Not every CRM tells the new version with its answer to a change.
        const { version } = first.appointment;
        const appointment = { ...first.appointment, version: version || expect.any(String) };
        expect(again).toEqual({ ...first, appointment });
      } else {
        expect(again).toEqual(first);
      }
    });

    it('is refused for another request, and nothing is sent', async () => {
      const { account, crm, form } = bench();
      const { appointmentId } = succeeded(await crm.create(form(), 'key-1'));
      account.control.resetCalls();
      const others = [
        await crm.create(form({ durationMinutes: 45 }), 'key-1'),
        await crm.update(appointmentId, { title: 'Renamed' }, KEY),
        await crm.cancel(appointmentId, KEY),
      ];
      for (const other of others) {
        expect(failed(other)).toMatchObject({
          errorCode: 'invalid_request',
          httpStatus: 422,
          details: [{ path: 'Idempotency-Key' }],
        });
      }
      expect(account.control.vendorCalls()).toEqual([]);
    });

    it('is refused for the same request while that still runs', async () => {
      const { crm, form } = bench();
      const first = crm.create(form(), 'key-1');
      const second = failed(await crm.create(form(), 'key-1'));
      expect(second).toMatchObject({ errorCode: 'conflict', retryable: true });
      const { appointmentId } = succeeded(await first);
      expect(succeeded(await crm.create(form(), 'key-1')).appointmentId).toBe(appointmentId);
    });

    it('is another one for another user', async () => {
      const { account, crm, form } = bench();
      const other = crm.as(account.colleague);
      const own = succeeded(await crm.create(form({ title: 'Mine' }), 'key-1'));
      const theirs = succeeded(await other.create(form({ title: 'Theirs' }), 'key-1'));
      expect(theirs.appointmentId).not.toBe(own.appointmentId);
      expect(await titlesListed()).toEqual(['Mine']);
      expect(await titlesListed(other)).toEqual(['Theirs']);
    });

    it('gets a failure again that will not pass', async () => {
      const { account, crm } = bench();
      const first = failed(await crm.update(account.unknownId, { title: 'Renamed' }, KEY));
      account.control.resetCalls();
      expect(await crm.update(account.unknownId, { title: 'Renamed' }, KEY)).toEqual(first);
      expect(account.control.vendorCalls()).toEqual([]);
    });

    it('tries again what failed for the moment, or for its sign-in', async () => {
      const { account, crm, form } = bench();
      account.control.fault('429', 'create');
      expect(failed(await crm.create(form(), 'key-1'))).toMatchObject({ errorCode: 'rate_limited' });
      account.control.recover();
      const nobody = crm.as({ authHeader: 'Bearer nobody' });
      expect(failed(await nobody.create(form(), 'key-1'))).toMatchObject({ errorCode: 'unauthenticated' });
      succeeded(await crm.create(form(), 'key-1'));
      expect(await titlesListed()).toEqual(['Quarterly review']);
    });
  });

  describe('two clicks', () => {
    const bench = useWorkbench(target);

    const idsListed = async (): Promise<readonly string[]> =>
      succeeded(await bench().crm.list()).appointments.map(({ id }) => id);

    it.each([
      ['one after the other', false],
      ['at the same time', true],
    ])('make one appointment, and the second is told: %s', async (_when, isAtOnce) => {
      const { account, crm, form } = bench();
      const contacts = referencesTo(account.people.slice(0, 2));
      const started = crm.create(form({ contacts }));
      if (!isAtOnce) await started;
      const second = succeeded(await crm.create(form({ contacts: contacts.toReversed() })));
      const first = succeeded(await started);
      expect(first.returnMessage).toBeUndefined();
      expect(second.appointment).toEqual(first.appointment);
      expect(second.returnMessage?.messageType).toBe('info');
      expect(second.returnMessage?.message).toContain('already created');
      expect(await idsListed()).toEqual([first.appointmentId]);
    });

    it('make two appointments of another title or another start', async () => {
      const { at, crm, form } = bench();
      succeeded(await crm.create(form()));
      succeeded(await crm.create(form({ title: 'Other' })));
      succeeded(await crm.create(form({ startTimeUtc: at(7, '11:00') })));
      expect(await idsListed()).toHaveLength(3);
    });

    it('make two appointments with other people, or by another user', async () => {
      const { account, crm, form } = bench();
      const [ada, ben] = account.people;
      succeeded(await crm.create(form({ contacts: referencesTo([ada]) })));
      succeeded(await crm.create(form({ contacts: referencesTo([ben]) })));
      expect(await idsListed()).toHaveLength(2);
      const colleague = crm.as(account.colleague);
      const theirs = succeeded(await colleague.create(form({ contacts: referencesTo([ada]) })));
      expect(await idsListed()).not.toContain(theirs.appointmentId);
    });

    it.each([
      ['cancelled', async (crm: CheckedConnector, id: string) => crm.cancel(id)],
      ['renamed', async (crm: CheckedConnector, id: string) => crm.update(id, { title: 'Other' })],
    ])('make a second one when the first was %s in between', async (_what, change) => {
      const { crm, form } = bench();
      const first = succeeded(await crm.create(form()));
      succeeded(await change(crm, first.appointmentId));
      const second = succeeded(await crm.create(form()));
      expect(second.appointmentId).not.toBe(first.appointmentId);
      expect(second.returnMessage).toBeUndefined();
      expect(second.appointment).toMatchObject({ title: 'Quarterly review', status: 'scheduled' });
    });

    it('find what the first made when its answer was lost and it could not be looked for', async () => {
      const { account, crm, form } = bench();
      account.control.fault('timeoutAfterCommit', 'create');
      account.control.beforeNextWrite(() => account.control.fault('500', 'reads'));
      expect(failed(await crm.create(form())).errorCode).toBe('ambiguous_write');
      account.control.recover();
      account.control.resetCalls();
      const second = succeeded(await crm.create(form()));
      expect(second.returnMessage?.message).toContain('already created');
      expect(account.control.vendorCalls().filter(({ writes }) => writes)).toEqual([]);
      expect(await idsListed()).toEqual([second.appointmentId]);
    });

    it('make one anew when what the first made was cancelled before it was found', async () => {
      const { account, crm, form } = bench();
      account.control.fault('timeoutAfterCommit', 'create');
      account.control.beforeNextWrite(() => account.control.fault('500', 'reads'));
      expect(failed(await crm.create(form())).errorCode).toBe('ambiguous_write');
      account.control.recover();
      const [lostId = ''] = await idsListed();
      succeeded(await crm.cancel(lostId));
      const second = succeeded(await crm.create(form()));
      expect(second.appointmentId).not.toBe(lostId);
      expect(second.appointment.status).toBe('scheduled');
    });
  });
};
