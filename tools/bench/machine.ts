/** On what the bench ran: figures without it say nothing. */
import { spawnSync } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';

const BYTES_IN_GIGABYTE = 1024 ** 3;

export const describeMachine = () => {
  const { stdout } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' });
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGigabytes: Math.round(totalmem() / BYTES_IN_GIGABYTE),
    system: `${process.platform} ${release()}`,
    node: process.versions.node,
    v8: process.versions.v8,
    timeZoneData: process.versions.tz,
    commit: stdout?.trim() ?? '',
  };
};
