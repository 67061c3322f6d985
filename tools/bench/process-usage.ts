/** What a process has used, by Linux (proc(5)): NaN elsewhere, which no bound holds for. */
import { readFileSync } from 'node:fs';

const KILOBYTES_IN_MEGABYTE = 1024;
/** USER_HZ, 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;
/** Counted from the state, which follows the name in brackets. */
const USER_TICKS = 11;
const SYSTEM_TICKS = 12;

/** `VmRSS`: now; `VmHWM`: the most that it ever was. */
export const residentMegabytes = (processId: number, field: 'VmRSS' | 'VmHWM'): number => {
  if (process.platform !== 'linux') return NaN;
  const status = readFileSync(`/proc/${processId}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) / KILOBYTES_IN_MEGABYTE;
};

/** Of all its threads since its start, in the kernel too. */
export const cpuSeconds = (processId: number): number => {
  if (process.platform !== 'linux') return NaN;
  const fields = readFileSync(`/proc/${processId}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[USER_TICKS]) + Number(fields[SYSTEM_TICKS])) / TICKS_PER_SECOND;
};
