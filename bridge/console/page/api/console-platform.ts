/** What the page knows of each CRM before it asks for appointments: the answer of `GET /console/state`. */
import { appointmentStatuses, type AppointmentStatus } from '../../../../src/contract/appointment-status';
import { platforms, type Platform } from '../../../../src/contract/operations';
import { isObject } from './answer';

export interface ConsolePlatform {
  readonly platform: Platform;
  /** As people write it: NetSuite. */
  readonly name: string;
  readonly canConnect: boolean;
  readonly connected: boolean;
  readonly user: { readonly name: string; readonly timeZone: string; readonly hostname: string } | undefined;
  readonly capabilities: {
    readonly canConfirm: boolean;
    readonly cancel: 'status' | 'soft-delete' | 'delete';
    readonly statuses: readonly AppointmentStatus[];
    readonly attendeeKinds: readonly string[];
    readonly location: boolean;
    readonly crossesMidnight: boolean;
  };
}

export interface ConsoleSetup {
  readonly mode: string;
  readonly platforms: readonly ConsolePlatform[];
}

const isPlatform = (value: unknown): value is Platform => platforms.some((platform) => platform === value);
const isStatus = (value: unknown): value is AppointmentStatus =>
  appointmentStatuses.some((status) => status === value);
const isText = (value: unknown): value is string => typeof value === 'string';
const textOf = (value: unknown): string => (isText(value) ? value : '');

const readCancel = (value: unknown): ConsolePlatform['capabilities']['cancel'] =>
  value === 'soft-delete' || value === 'delete' ? value : 'status';

const readCapabilities = (value: unknown): ConsolePlatform['capabilities'] => {
  const given = isObject(value) ? value : {};
  const { statuses, attendeeKinds } = given;
  return {
    canConfirm: given['confirm'] === 'native',
    cancel: readCancel(given['cancel']),
    statuses: Array.isArray(statuses) ? statuses.filter(isStatus) : [],
    attendeeKinds: Array.isArray(attendeeKinds) ? attendeeKinds.filter(isText) : [],
    location: given['location'] === true,
    crossesMidnight: given['crossesMidnight'] === true,
  };
};

const readPlatform = (value: unknown): ConsolePlatform | undefined => {
  if (!isObject(value) || !isPlatform(value['platform'])) return undefined;
  const { platform, user } = value;
  return {
    platform,
    name: textOf(value['name']) || platform,
    canConnect: value['canConnect'] === true,
    connected: value['connected'] === true,
    user: isObject(user)
      ? { name: textOf(user['name']), timeZone: textOf(user['timeZone']), hostname: textOf(user['hostname']) }
      : undefined,
    capabilities: readCapabilities(value['capabilities']),
  };
};

/** @returns undefined for an answer without a CRM that can be read */
export const readConsoleSetup = (body: Readonly<Record<string, unknown>>): ConsoleSetup | undefined => {
  const listed = body['platforms'];
  const read = Array.isArray(listed) ? listed.flatMap((value: unknown) => readPlatform(value) ?? []) : [];
  return read.length === 0 ? undefined : { mode: textOf(body['mode']), platforms: read };
};
