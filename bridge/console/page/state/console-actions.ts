/** Everything a person can do on the page, by name. */
import type { Appointment, Contact } from '../../../../src/contract/appointment.schema';
import { platforms, type Platform } from '../../../../src/contract/operations';
import { addDays } from '../../../../src/contract/time/day-range';
import type { Answer } from '../api/answer';
import type { CrmPlace } from '../api/bridge-client';
import type { ListFilter } from '../calendar/filter-appointments';
import type { CalendarView } from '../calendar/list-parts';
import { mondayOf } from '../calendar/week-axis';
import type { ChosenPerson } from '../edit/form-values';
import { createActOnAppointment, keepAppointment, type ActOnAppointment } from './act-on-appointment';
import { beginAction, type ConsoleServices } from './console-services';
import { todayOf, type OpenDialog } from './console-state';
import { createEditForm, type EditForm } from './edit-form';
import { createListLoader, type ListLoader } from './load-list';
import { createSaveForm, type SaveForm } from './save-form';

export interface ConsoleActions extends SaveForm {
  /** @param opened what the address of the page says: which CRM, and what went wrong on the way back from it */
  start(opened: { readonly platform: string; readonly problem: string }): Promise<void>;
  selectPlatform(platform: Platform): void;
  selectView(view: CalendarView): void;
  /** @param weeks forward; 0 for this week */
  moveWeek(weeks: number): void;
  setViewerZone(timeZone: string): void;
  setFilter(filter: Partial<ListFilter>): void;
  openTimeline(contact: ChosenPerson): void;
  connect(place?: CrmPlace): Promise<void>;
  disconnect(): Promise<void>;
  dismissNotice(): void;
  openDialog(dialog: OpenDialog): void;
  closeDialog(): void;
  /** Shows the appointment as it now is, and leaves it so. */
  acceptChange(theirs: Appointment): void;
  searchContacts(name: string, signal: AbortSignal): Promise<Answer<readonly Contact[]>>;
  readonly act: ActOnAppointment;
  readonly form: EditForm;
  readonly list: ListLoader;
}

/** Why a sign-in came to nothing, by the code that the address of the page then has. */
const problemTexts: Readonly<Record<string, string>> = {
  unauthenticated:
    'You are not connected: access was not allowed, or the sign-in was not finished. Connect again when you want to.',
  invalid_request:
    'You are not connected: this sign-in did not begin in this browser, or took too long. Start it again here.',
  upstream_unavailable: 'You are not connected: the CRM could not be reached. Try again in a moment.',
};

const otherProblem = (code: string): string =>
  `You are not connected (${code}). Try again; if it persists, ask the administrator of this bridge.`;

const calendarActions = (services: ConsoleServices, list: ListLoader) => {
  const { store } = services;
  return {
    selectPlatform: (platform: Platform) => {
      store.set({ platform, notice: undefined, dialog: undefined, contact: undefined });
      store.set(({ view }) => ({ view: view === 'timeline' ? 'upcoming' : view }));
      void list.load();
    },
    selectView: (view: CalendarView) => {
      store.set({ view, contact: undefined });
      void list.load();
    },
    moveWeek: (weeks: number) => {
      store.set((state) => ({
        weekStart: weeks === 0 ? mondayOf(todayOf(state)) : addDays(state.weekStart, weeks * 7),
      }));
      void list.load();
    },
    setViewerZone: (viewerZone: string) => {
      store.set({ viewerZone });
      void list.load({ keepShown: true });
    },
    openTimeline: (contact: ChosenPerson) => {
      store.set({ view: 'timeline', contact, dialog: undefined });
      void list.load();
    },
  };
};

const connectionActions = (services: ConsoleServices, list: ListLoader) => {
  const { store, client, goTo } = services;
  const readSetup = async (): Promise<void> => {
    const { answer } = await client.setup();
    store.set(
      answer.successful ? { setup: answer.value, setupFailure: undefined } : { setupFailure: answer.failure },
    );
  };
  const connect = async (place: CrmPlace = {}): Promise<void> => {
    const { answer } = await client.connect(store.get().platform, place);
    if (answer.successful) goTo(answer.value);
    else
      store.set({
        notice: {
          tone: 'failed',
          text: answer.failure.message,
          failure: answer.failure,
          retry: () => void connect(place),
        },
      });
  };
  const disconnect = async (): Promise<void> => {
    list.stop();
    const note = beginAction(services, 'Disconnect');
    const { answer } = note(await client.disconnect(store.get().platform));
    if (answer.successful) {
      await readSetup();
      store.set({
        parts: [],
        appointments: {},
        notice: { tone: 'done', text: answer.note || 'Disconnected.' },
      });
    } else {
      const { failure } = answer;
      store.set({
        notice: { tone: 'failed', text: failure.message, failure, retry: () => void disconnect() },
      });
    }
  };
  const start: ConsoleActions['start'] = async (opened) => {
    await readSetup();
    const platform = platforms.find((candidate) => candidate === opened.platform);
    const fallback = store.get().setup?.platforms.find(({ connected }) => connected)?.platform;
    store.set({ platform: platform ?? fallback ?? store.get().platform });
    if (opened.problem !== '') {
      const text = problemTexts[opened.problem] ?? otherProblem(opened.problem);
      store.set({ notice: { tone: 'failed', text, retry: () => void connect() } });
    }
    await list.load();
  };
  return { start, connect, disconnect };
};

export const createConsoleActions = (services: ConsoleServices): ConsoleActions => {
  const { store, client } = services;
  const list = createListLoader(services);
  const form = createEditForm(services);
  return {
    ...calendarActions(services, list),
    ...connectionActions(services, list),
    ...createSaveForm(services),
    setFilter: (filter) => {
      store.set((state) => ({ filter: { ...state.filter, ...filter } }));
    },
    dismissNotice: () => {
      store.set({ notice: undefined });
    },
    openDialog: (dialog) => {
      store.set({ dialog });
    },
    closeDialog: () => {
      if (store.get().dialog?.kind === 'form') form.close();
      else store.set({ dialog: undefined });
    },
    acceptChange: (theirs) => {
      keepAppointment(services, theirs);
      store.set({
        dialog: undefined,
        notice: { tone: 'info', text: `“${theirs.title}” is shown as it now is.` },
      });
    },
    searchContacts: async (name, signal) => {
      const note = beginAction(services, `Search “${name}”`);
      return note(await client.searchContacts({ platform: store.get().platform, name, signal })).answer;
    },
    act: createActOnAppointment(services),
    form,
    list,
  };
};
