/** `N/log` and the global `log`: lines go to the execution log of the run and nowhere else. */
import { memberOf } from '../script-arguments';
import type { ExecutionLogEntry, ModuleMembers, RunContext } from '../run-context';

const maxTitleLength = 99;
const maxDetailsLength = 3_999;

export function createLogModule({ writeLog }: RunContext): ModuleMembers {
  const writer =
    (level: ExecutionLogEntry['level']) =>
    (first: unknown, second: unknown): void => {
      const isOptions = typeof first === 'object' && first !== null;
      const title = isOptions ? memberOf(first, 'title') : first;
      const details = isOptions ? memberOf(first, 'details') : second;
      writeLog({
        level,
        title: String(title ?? '').slice(0, maxTitleLength),
        details: written(details).slice(0, maxDetailsLength),
      });
    };
  return {
    debug: writer('DEBUG'),
    audit: writer('AUDIT'),
    error: writer('ERROR'),
    emergency: writer('EMERGENCY'),
  };
}

function written(details: unknown): string {
  if (typeof details === 'object' && details !== null) return JSON.stringify(details);
  return details === undefined ? '' : String(details);
}
