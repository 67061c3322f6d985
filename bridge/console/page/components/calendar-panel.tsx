/** The calendar of one CRM: whose it is, which part of it is looked at, and that part. */
import { useEffect } from 'preact/hooks';
import type { ConsolePlatform } from '../api/console-platform';
import { AppointmentList } from './appointment-list';
import { ConnectedUser } from './connection-panel';
import { LoadProgress, MissingParts } from './load-progress';
import { Tabs, type Tab } from './tabs';
import { Toolbar } from './toolbar';
import { useActions, useConsole } from './use-console';
import { WeekView } from './week-view';

const views = [
  { key: 'upcoming', label: 'Upcoming' },
  { key: 'past', label: 'Past' },
  { key: 'week', label: 'Week' },
] as const satisfies readonly Tab<string>[];

const BackButton = () => {
  const actions = useActions();
  return (
    <button
      type="button"
      class="button back"
      onClick={() => {
        actions.selectView('upcoming');
      }}
    >
      ‹ Back to the calendar
    </button>
  );
};

const TimelineHeading = () => {
  const name = useConsole((state) => state.contact?.name ?? '');
  // What was clicked to come here, and to go back, is no longer there.
  useEffect(() => {
    document.getElementById('view-heading')?.focus();
    return () => {
      setTimeout(() => document.querySelector<HTMLElement>('.view-tabs [aria-selected=true]')?.focus());
    };
  }, []);
  return (
    <h2 id="view-heading" class="timeline-heading" tabIndex={-1}>
      Timeline of {name}
    </h2>
  );
};

const ViewBody = () => {
  const isWeek = useConsole((state) => state.view === 'week');
  return (
    <>
      <LoadProgress />
      <MissingParts />
      {isWeek ? <WeekView /> : <AppointmentList />}
    </>
  );
};

export const CalendarPanel = ({ platform }: { readonly platform: ConsolePlatform }) => {
  const view = useConsole((state) => state.view);
  const actions = useActions();
  const isTimeline = view === 'timeline';
  return (
    <>
      <ConnectedUser platform={platform} />
      <div class="controls">
        {isTimeline ? (
          <BackButton />
        ) : (
          <Tabs name="View" id="view" tabs={views} selected={view} onSelect={actions.selectView} />
        )}
        <Toolbar />
      </div>
      {isTimeline ? (
        <section aria-labelledby="view-heading">
          <TimelineHeading />
          <ViewBody />
        </section>
      ) : (
        <div role="tabpanel" id="view-panel" class="fills" aria-labelledby={`view-${view}`}>
          <ViewBody />
        </div>
      )}
    </>
  );
};
