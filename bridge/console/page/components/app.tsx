/** The whole page. */
import { currentPlatform } from '../state/console-state';
import { CalendarPanel } from './calendar-panel';
import { CallDrawer } from './call-drawer';
import { ConnectPanel } from './connection-panel';
import { Dialogs } from './dialogs';
import { FailureStep } from './failure-message';
import { NoticeBar } from './notice-bar';
import { PageHeader } from './page-header';
import { Tabs } from './tabs';
import { useActions, useConsole } from './use-console';

const SetupFailure = () => {
  const failure = useConsole((state) => state.setupFailure);
  const actions = useActions();
  if (!failure) return <p role="status">Loading…</p>;
  const retry = (): void => void actions.start({ platform: '', problem: '' });
  return (
    <div class="notice notice-failed" role="alert">
      <p>{failure.message}</p>
      <FailureStep failure={failure} onRetry={retry} />
    </div>
  );
};

const Platforms = () => {
  const setup = useConsole((state) => state.setup);
  const platform = useConsole(currentPlatform);
  const actions = useActions();
  if (!setup || !platform) return <SetupFailure />;
  const tabs = setup.platforms.map(({ platform: key, name }) => ({ key, label: name }));
  return (
    <>
      <Tabs name="CRM" id="crm" tabs={tabs} selected={platform.platform} onSelect={actions.selectPlatform} />
      <div role="tabpanel" id="crm-panel" class="fills" aria-labelledby={`crm-${platform.platform}`}>
        {platform.connected ? <CalendarPanel platform={platform} /> : <ConnectPanel platform={platform} />}
      </div>
    </>
  );
};

export const App = () => (
  <div class="page">
    <div class="content">
      <PageHeader />
      <main class="fills">
        <Platforms />
      </main>
    </div>
    <div class="dock">
      <NoticeBar />
      <CallDrawer />
    </div>
    <Dialogs />
  </div>
);
