import {
  adapts,
  asAssumed,
  broken,
  needsSetting,
  notObservable,
  skipped,
} from '../../../tools/doctor/finding';
import { doctorReport } from '../../../tools/doctor/doctor-report';
import { findingTable } from '../../../tools/doctor/finding-table';

const results = [
  { id: 'a', title: 'A is so', ...asAssumed({ status: 200 }) },
  { id: 'b', title: 'B is so', ...adapts({ status: 404 }, 'The adapter copes.') },
  { id: 'c', title: 'C is so', ...needsSetting({ end: 'inclusive' }, 'CLIO_ALL_DAY_END=inclusive') },
  { id: 'd', title: 'D is so', ...broken({ status: 500 }, 'Ask somebody.') },
  { id: 'e', title: 'E is so', ...notObservable('Either will do.') },
  { id: 'f', title: 'F is so', ...skipped('Name somebody.') },
];

describe('the table', () => {
  it('has a tick or a cross for each finding, what was seen, and what to do', () => {
    expect(
      findingTable('Clio', results)
        .split('\n')
        .map((line) => line.replace(/ {3,}/, ' … ')),
    ).toEqual([
      'Clio',
      '✓ A is so … status 200',
      '✓ B is so … status 404',
      ' … Otherwise here, and no harm: The adapter copes.',
      '✗ C is so … end inclusive',
      ' … Otherwise here: set CLIO_ALL_DAY_END=inclusive.',
      '✗ D is so … status 500',
      ' … Ask somebody.',
      '· F is so',
      ' … Name somebody.',
      '',
      'What cannot be seen from outside, and how the bridge copes:',
      '· E is so',
      ' … Either will do.',
      '',
      '2 ticks, 2 crosses, 1 skipped; 1 not to be seen from outside.',
      '',
    ]);
  });

  it('keeps to the width of a terminal', () => {
    const long = {
      id: 'l',
      title: 'Long',
      ...broken({ words: 'word '.repeat(60).trim() }, 'Do it. '.repeat(40)),
    };
    for (const line of findingTable('Clio', [long]).split('\n')) expect(line.length).toBeLessThanOrEqual(110);
  });
});

describe('the report', () => {
  it('counts the findings of each CRM and says with what it was made', () => {
    const nowMs = Date.parse('2026-11-21T02:00:00Z');
    const report = doctorReport([{ platform: 'clio', target: 'account', results, leftBehind: [] }], nowMs);
    expect(report).toMatchObject({
      format: 1,
      madeAt: '2026-11-21T02:00:00.000Z',
      versions: { node: process.versions.node },
      examined: [
        {
          platform: 'clio',
          target: 'account',
          summary: { ticks: 2, crosses: 2, skipped: 1, notObservable: 1 },
        },
      ],
    });
  });
});
