/** What the bridge asked of the CRM for the last action: which calls, how long they took, what they cost. No payloads. */
import { totalsOf, type CallTotals } from '../api/server-timing';
import { useConsole } from './use-console';

const msText = (durationMs: number): string => `${Math.round(durationMs)} ms`;

const unitsText = (units: number): string => (units === 1 ? '1 unit' : `${units} units`);

const totalsText = ({ calls, durationMs, units }: CallTotals): string =>
  [
    calls === 1 ? '1 call' : `${calls} calls`,
    msText(durationMs),
    ...(units === undefined ? [] : [unitsText(units)]),
  ].join(', ');

export const CallDrawer = () => {
  const lastAction = useConsole((state) => state.lastAction);
  const calls = lastAction?.calls ?? [];
  const totals = totalsOf(calls);
  // Not every CRM counts units.
  const hasUnits = totals.units !== undefined;
  return (
    <aside class="drawer" aria-label="What happened">
      <details>
        <summary>
          <strong>What happened</strong>
          <span class="hint what"> {lastAction ? `${lastAction.title}: ` : 'Nothing yet'}</span>
          <span class="hint figure">{lastAction ? totalsText(totals) : ''}</span>
        </summary>
        {calls.length === 0 ? (
          <p class="hint">No call to the CRM.</p>
        ) : (
          <div class="scroll" role="region" aria-label="Calls to the CRM" tabIndex={0}>
            <table class="calls">
              <thead>
                <tr>
                  <th scope="col">Call</th>
                  <th scope="col">Answer</th>
                  <th scope="col">Time</th>
                  {hasUnits ? <th scope="col">Units</th> : null}
                </tr>
              </thead>
              <tbody>
                {calls.map(({ call, outcome, durationMs, units }, index) => (
                  <tr key={index}>
                    <th scope="row">
                      <code>{call}</code>
                    </th>
                    <td>{outcome}</td>
                    <td class="figure">{msText(durationMs)}</td>
                    {hasUnits ? <td class="figure">{units === undefined ? '–' : unitsText(units)}</td> : null}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </details>
    </aside>
  );
};
