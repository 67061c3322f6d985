/** A Bullhorn corporation on this computer, for the conformance suite. */
import { createBullhornAdapter } from '../../bridge/adapters/bullhorn';
import type { ConnectorCall } from '../../bridge/connectors/connector';
import { createConnector } from '../../bridge/connectors/create-connector';
import type { CallPolicy } from '../../bridge/http/call-policy';
import { createBullhornSandbox, type BullhornSandbox } from '../../sandbox/bullhorn/bullhorn-sandbox';
import { createEmptyState, type EntityRecord } from '../../sandbox/bullhorn/bullhorn-state';
import { createInviteeCopy } from '../../sandbox/bullhorn/entity/invitee-copies';
import {
  addAppointment,
  addAttendee,
  type AttendeeDraft,
} from '../../sandbox/bullhorn/seed/add-appointments';
import { addSeedPeople } from '../../sandbox/bullhorn/seed/seed-people';
import type { FaultRule } from '../../sandbox/core/fault-rule';
import type { FaultyCalls, SandboxAccount, SeededAppointment, VendorControl } from './conformance-target';
import { sandboxNowMs, sandboxTimeZone } from './sandbox-clock';
import { silentLog } from './silent-log';
import { openVendorDoor, type VendorDoor } from './vendor-door';

const MINUTE_MS = 60_000;
/** Dana Whitfield, who may see and change every calendar, and one of hers. */
const USER = 11;
const COLLEAGUE = 12;
const REST_TOKEN = '6f1c2a10-0000-4000-8000-00000000d011';
const COLLEAGUE_TOKEN = '6f1c2a10-0000-4000-8000-00000000d012';

const faultyCalls: Readonly<Record<FaultyCalls, readonly Pick<FaultRule, 'method' | 'path'>[]>> = {
  reads: [{ path: '*/query/*' }, { method: 'GET', path: '*/entity/*' }],
  search: [{ path: '*/search/*' }],
  create: [{ method: 'PUT', path: '*/entity/Appointment' }],
  update: [{ method: 'POST', path: '*/entity/Appointment/*' }],
  cancel: [{ method: 'POST', path: '*/entity/Appointment/*' }],
};

const responses: readonly AttendeeDraft['acceptanceStatus'][] = [1, -1, 0];

/** `query` and `search` are asked by POST and change nothing. */
const isWrite = (method: string, path: string): boolean => method !== 'GET' && path.includes('/entity/');

const createControl = (sandbox: BullhornSandbox, door: VendorDoor): VendorControl => {
  const { state, faults } = sandbox;
  const { Appointment: appointments } = state.records;
  const add = (one: SeededAppointment): string => {
    const { title, startMs, endMs, ownedBy, contacts = [], invitesUser = false } = one;
    const { id } = addAppointment(state, {
      owner: ownedBy === 'colleague' ? COLLEAGUE : USER,
      subject: title,
      dateBegin: startMs,
      dateEnd: endMs,
    });
    contacts.forEach((contact, index) =>
      addAttendee(state, {
        appointment: id,
        attendee: Number(contact.id),
        acceptanceStatus: responses[index % responses.length] ?? null,
      }),
    );
    if (invitesUser)
      createInviteeCopy(
        state,
        addAttendee(state, { appointment: id, attendee: USER, acceptanceStatus: 0 }),
        startMs,
      );
    return String(id);
  };
  const change = (id: string, changes: Partial<EntityRecord>): void => {
    const current = appointments.get(Number(id));
    if (!current) throw new Error(`There is no appointment ${id}.`);
    appointments.set(current.id, { ...current, ...changes, id: current.id });
  };
  return {
    seed: (drafts) => drafts.map(add),
    seedEndingBeforeItStarts: (startMs) => add({ title: 'Broken', startMs, endMs: startMs - MINUTE_MS }),
    vendorCalls: door.calls,
    resetCalls: door.resetCalls,
    fault: (fault, calls, times = 'always') => {
      const waiting = fault === '429' ? { retryAfterSeconds: 7 } : {};
      faultyCalls[calls].forEach((rule) => faults.add({ fault, times, ...rule, ...waiting }));
    },
    failNextAttendee: () => faults.add({ fault: '500', method: 'PUT', path: '*/entity/AppointmentAttendee' }),
    failNextCreate: () => faults.add({ fault: '500', ...faultyCalls.create[0] }),
    recover: () => faults.clear(),
    expireSignIn: () => faults.expireToken(REST_TOKEN),
    forbid: () => {
      const current = state.users.get(USER);
      if (current) state.users.set(USER, { ...current, entitlements: {} });
    },
    changeLocationElsewhere: (id, location) =>
      change(id, { location, dateLastModified: sandbox.clock.nowMs() }),
    beforeNextWrite: door.beforeNextWrite,
  };
};

export const openBullhornSandbox = async (callPolicy?: CallPolicy): Promise<SandboxAccount> => {
  const sandbox = createBullhornSandbox({
    frozenAtMs: sandboxNowMs,
    callsPerMinute: 100_000,
    seed: ({ nowMs }) => {
      const state = createEmptyState('e999');
      addSeedPeople(state, nowMs);
      return state;
    },
  });
  const door = await openVendorDoor({ ...sandbox, isWrite });
  const adapter = createBullhornAdapter({ bullhornRestBaseUrl: door.baseUrl, callPolicy, log: silentLog });
  const callOf = (user: number, authHeader: string): ConnectorCall => ({
    user: {
      id: `${user}-bullhorn`,
      // Bullhorn tells no zone of its users (bullhorn-clio.md §1.10).
      timezoneName: sandboxTimeZone,
      platformAdditionalInfo: { restUrl: 'https://rest9.bullhornstaffing.com/rest-services/e999/' },
    },
    authHeader,
  });
  return {
    connector: createConnector({ platform: 'bullhorn', adapter, log: silentLog, nowMs: () => sandboxNowMs }),
    capabilities: adapter.capabilities,
    call: callOf(USER, REST_TOKEN),
    colleague: callOf(COLLEAGUE, COLLEAGUE_TOKEN),
    nowMs: sandboxNowMs,
    timeZone: sandboxTimeZone,
    people: [
      { id: '501', name: 'Olivia Hart', type: 'Candidate', email: 'olivia.hart@mail.example' },
      { id: '507', name: "Conor O'Brien", type: 'Candidate', email: 'conor.obrien@mail.example' },
      { id: '601', name: 'Grace Ellison', type: 'Contact', email: 'grace@harborfreightlines.example' },
    ],
    unknownId: '987654321',
    control: createControl(sandbox, door),
    close: door.close,
  };
};
