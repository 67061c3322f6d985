/** Everything the page knows, in one shape; nothing of it outlives the page. */
import type { Appointment } from '../../../../src/contract/appointment.schema';
import type { Platform } from '../../../../src/contract/operations';
import type { DayRange } from '../../../../src/contract/time/day-range';
import type { Failure } from '../api/answer';
import type { ConsolePlatform, ConsoleSetup } from '../api/console-platform';
import type { CrmCall } from '../api/server-timing';
import { noFilter, type ListFilter } from '../calendar/filter-appointments';
import type { CalendarView } from '../calendar/list-parts';
import { dayAt } from '../calendar/placed-appointment';
import { mondayOf } from '../calendar/week-axis';
import type { ComparedField } from '../edit/compare-versions';
import type { ChosenPerson, FormIssues, FormValues } from '../edit/form-values';

export interface ListPart {
  readonly range: DayRange;
  readonly status: 'waiting' | 'loading' | 'loaded' | 'failed';
  readonly failure?: Failure;
  /** Rows of the CRM that could not be read. */
  readonly skipped: number;
}

export type FormProblem =
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'conflict'; readonly failure: Failure; readonly theirs: Appointment }
  | {
      readonly kind: 'partial';
      readonly failure: Failure;
      readonly fields: readonly (ComparedField & { readonly isDone: boolean })[];
    };

export interface OpenForm {
  /** The appointment as it was when the form was opened; undefined for a new one. */
  readonly base: Appointment | undefined;
  /** What the form was opened with, to tell whether anything was typed. */
  readonly untouched: FormValues;
  readonly values: FormValues;
  readonly issues: FormIssues;
  readonly problem: FormProblem | undefined;
  readonly isSending: boolean;
  /** The key that belongs to a request: the same request is sent with the same key. */
  readonly attempt: { readonly request: string; readonly key: string } | undefined;
  readonly isRestored: boolean;
}

export type AppointmentAction = 'confirm' | 'cancel' | 'refresh';

export type OpenDialog =
  | { readonly kind: 'form'; readonly form: OpenForm }
  | { readonly kind: 'details'; readonly appointmentId: string }
  | { readonly kind: 'cancel'; readonly appointmentId: string; readonly failure: Failure | undefined }
  | {
      readonly kind: 'changed';
      readonly action: AppointmentAction;
      readonly seen: Appointment;
      readonly theirs: Appointment;
    };

export interface Notice {
  readonly tone: 'done' | 'info' | 'failed';
  readonly text: string;
  readonly failure?: Failure | undefined;
  readonly retry?: (() => void) | undefined;
}

export interface ConsoleState {
  /** Undefined while it loads, and where it could not be had. */
  readonly setup: ConsoleSetup | undefined;
  readonly setupFailure: Failure | undefined;
  readonly platform: Platform;
  readonly nowMs: number;
  /** IANA name. */
  readonly viewerZone: string;
  readonly view: CalendarView;
  /** Monday, `YYYY-MM-DD`. */
  readonly weekStart: string;
  /** Whose timeline is shown. */
  readonly contact: ChosenPerson | undefined;
  readonly filter: ListFilter;
  readonly parts: readonly ListPart[];
  /** What arrived so far, by id. */
  readonly appointments: Readonly<Record<string, Appointment>>;
  readonly dialog: OpenDialog | undefined;
  /** What was typed and not saved, by CRM and appointment. */
  readonly drafts: Readonly<Record<string, OpenForm>>;
  readonly notice: Notice | undefined;
  readonly lastAction: { readonly title: string; readonly calls: readonly CrmCall[] } | undefined;
  /** What is being done to which appointment. */
  readonly pending: Readonly<Record<string, AppointmentAction>>;
}

export const initialState = (nowMs: number, viewerZone: string): ConsoleState => ({
  setup: undefined,
  setupFailure: undefined,
  platform: 'netsuite',
  nowMs,
  viewerZone,
  view: 'upcoming',
  weekStart: mondayOf(dayAt(nowMs, viewerZone)),
  contact: undefined,
  filter: noFilter,
  parts: [],
  appointments: {},
  dialog: undefined,
  drafts: {},
  notice: undefined,
  lastAction: undefined,
  pending: {},
});

export const currentPlatform = ({ setup, platform }: ConsoleState): ConsolePlatform | undefined =>
  setup?.platforms.find((candidate) => candidate.platform === platform);

export const todayOf = ({ nowMs, viewerZone }: ConsoleState): string => dayAt(nowMs, viewerZone);
