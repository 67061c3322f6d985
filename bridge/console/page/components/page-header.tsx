/** Head of the page: what it is, and in whose time it is read. */
import { useMemo } from 'preact/hooks';
import { offsetText, zoneName } from '../calendar/shown-time';
import { currentPlatform } from '../state/console-state';
import { useActions, useConsole } from './use-console';

const selectableZones = (also: readonly string[]): readonly string[] =>
  [...new Set([...also, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
    .filter(Boolean)
    .toSorted((one, other) => zoneName(one).localeCompare(zoneName(other)));

/** `Los Angeles · America`: what tells zones apart comes first, where there is room for little. */
const zoneOption = (zone: string): string =>
  [zoneName(zone), ...zone.split('/').slice(0, -1).toReversed()].join(' · ').replaceAll('_', ' ');

const ZoneSelect = () => {
  const viewerZone = useConsole((state) => state.viewerZone);
  const crmZone = useConsole((state) => currentPlatform(state)?.user?.timeZone ?? '');
  const actions = useActions();
  const zones = useMemo(() => selectableZones([viewerZone, crmZone]), [viewerZone, crmZone]);
  return (
    <label class="zone">
      <span class="zone-label">Times in</span>
      <select
        value={viewerZone}
        onChange={(event) => {
          actions.setViewerZone(event.currentTarget.value);
        }}
      >
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zoneOption(zone)}
          </option>
        ))}
      </select>
    </label>
  );
};

/** Says whose time it is where the CRM user lives by another clock. */
export const ZoneNote = () => {
  const viewerZone = useConsole((state) => state.viewerZone);
  const nowMs = useConsole((state) => state.nowMs);
  const platform = useConsole(currentPlatform);
  const crmZone = platform?.user?.timeZone ?? '';
  if (!platform || crmZone === '' || crmZone === viewerZone) return null;
  return (
    <p class="hint zone-note">
      The {platform.name} user’s time is {zoneName(crmZone)}, {offsetText(nowMs, crmZone)}.
    </p>
  );
};

export const PageHeader = () => {
  const mode = useConsole((state) => state.setup?.mode);
  return (
    <header class="page-header">
      <h1 id="page-heading" tabIndex={-1}>
        Appointments {mode === 'sandbox' ? <span class="badge">Sandbox</span> : null}
      </h1>
      <ZoneSelect />
    </header>
  );
};
