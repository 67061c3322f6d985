/** The calendar of one CRM: whose it is, which part of it is looked at, and that part. */
import { useEffect } from 'preact/hooks';
import type { ConsolePlatform } from '../api/console-platform';
import { AppointmentList } from './appointment-list';
import { ConnectedUser } from './connection-panel';
import { LoadProgress, MissingParts } from './load-progress';
import { ZoneNote } from './page-header';
import { Tabs, type Tab } from './tabs';
import { Toolbar } from './toolbar';
import { useActions, useConsole } from './use-console';
import { WeekView } from './week-view';

const views = [
  { key: 'upcoming', label: 'Upcoming' },
  { key: 'past', label: 'Past' },
  { key: 'week', label: 'Week' },
] as const satisfies readonly Tab<string>[];

const TimelineHead = () => {
  const name = useConsole((state) => state.contact?.name ?? '');
  const actions = useActions();
  // What was clicked to come here, and to go back, is no longer there.
  useEffect(() => {
    document.getElementById('view-heading')?.focus();
    return () => {
      setTimeout(() => document.querySelector<HTMLElement>('.view-tabs [aria-selected=true]')?.focus());
    };
  }, []);
  return (
    <div class="timeline-head">
      <button
        type="button"
        class="button"
        onClick={() => {
          actions.selectView('upcoming');
        }}
      >
        ‹ Back to the calendar
      </button>
      <h2 id="view-heading" tabIndex={-1}>
        Timeline of {name}
      </h2>
    </div>
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
  return (
    <>
      <ConnectedUser platform={platform} />
      <ZoneNote />
      <Toolbar />
      {view === 'timeline' ? (
        <section aria-labelledby="view-heading">
          <TimelineHead />
          <ViewBody />
        </section>
      ) : (
        <>
          <Tabs name="View" id="view" tabs={views} selected={view} onSelect={actions.selectView} />
          <div role="tabpanel" id="view-panel" aria-labelledby={`view-${view}`}>
            <ViewBody />
          </div>
        </>
      )}
    </>
  );
};
