/** What the bridge asked of the CRM for the last action: which calls, how long they took, what they cost. No payloads. */
import { totalsOf, type CallTotals } from '../api/server-timing';
import { useConsole } from './use-console';

const msText = (durationMs: number): string => `${Math.round(durationMs)} ms`;

const totalsText = ({ calls, durationMs, units }: CallTotals): string =>
  [
    calls === 1 ? '1 call' : `${calls} calls`,
    msText(durationMs),
    ...(units === undefined ? [] : [units === 1 ? '1 unit' : `${units} units`]),
  ].join(', ');

export const CallDrawer = () => {
  const lastAction = useConsole((state) => state.lastAction);
  const calls = lastAction?.calls ?? [];
  return (
    <aside class="drawer" aria-label="What happened">
      <details>
        <summary>
          <strong>What happened</strong>
          <span class="hint">
            {lastAction ? ` ${lastAction.title}: ${totalsText(totalsOf(calls))}` : ' Nothing yet'}
          </span>
        </summary>
        {calls.length === 0 ? (
          <p class="hint">No call to the CRM.</p>
        ) : (
          <div class="scroll" role="region" aria-label="Calls to the CRM" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">Call</th>
                  <th scope="col">Answer</th>
                  <th scope="col">Time</th>
                  <th scope="col">Units</th>
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
                    <td>{units ?? '–'}</td>
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
