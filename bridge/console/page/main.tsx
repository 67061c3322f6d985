/** Starts the page: its state, its client of the bridge, and what it draws. */
import { render } from 'preact';
import { createBridgeClient } from './api/bridge-client';
import { viewerTimeZone } from './calendar/shown-time';
import { App } from './components/app';
import { ConsoleContext } from './components/use-console';
import { createConsoleActions } from './state/console-actions';
import { initialState } from './state/console-state';
import { createStore } from './state/store';

const MINUTE_MS = 60_000;

const store = createStore({ initial: initialState(Date.now(), viewerTimeZone()) });
const actions = createConsoleActions({
  store,
  client: createBridgeClient({ send: (input, init) => fetch(input, init) }),
  nowMs: Date.now,
  newKey: () => crypto.randomUUID(),
  goTo: (url) => {
    location.assign(url);
  },
});

const platformInAddress = (): string => location.hash.slice(1);

const opened = {
  platform: platformInAddress(),
  problem: new URLSearchParams(location.search).get('problem') ?? '',
};
// A problem is of one visit: a reload would tell of it again.
if (opened.problem !== '') history.replaceState(null, '', `${location.pathname}${location.hash}`);

store.subscribe(() => {
  const { setup, platform } = store.get();
  if (setup && platformInAddress() !== platform) history.replaceState(null, '', `#${platform}`);
});
setInterval(() => {
  store.set({ nowMs: Date.now() });
}, MINUTE_MS);

const place = document.getElementById('console');
if (place) {
  render(
    <ConsoleContext.Provider value={{ store, actions }}>
      <App />
    </ConsoleContext.Provider>,
    place,
  );
}
void actions.start(opened);
