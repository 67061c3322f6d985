/** The findings as a person reads them: a tick or a cross, what was seen, what to do. */
import type { Outcome } from './check';
import type { CheckResult } from './run-checks';

export const isCross = ({ outcome }: Pick<CheckResult, 'outcome'>): boolean =>
  outcome === 'needs-setting' || outcome === 'broken';

const marks = {
  'as-assumed': '✓',
  adapts: '✓',
  'needs-setting': '✗',
  broken: '✗',
  'not-observable': '·',
  skipped: '·',
} as const satisfies Record<Outcome, string>;

const WIDTH = 110;
const TITLE_WIDTH = 62;

/** Words in lines of at most `width` characters, each behind `indent`. */
const wrap = (text: string, indent: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, indent + line];
};

const seen = ({ observed }: CheckResult): string =>
  Object.entries(observed)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

const rowOf = (result: CheckResult): readonly string[] => {
  const head = `${marks[result.outcome]} ${result.title}`;
  const indent = ' '.repeat(TITLE_WIDTH);
  const [first = '', ...more] = wrap(seen(result), indent, WIDTH);
  const sameLine = head.length < TITLE_WIDTH;
  const rows = sameLine ? [head.padEnd(TITLE_WIDTH) + first.trim(), ...more] : [head, first, ...more];
  const advice = [
    // The title says what is assumed, so that it is not so has to be said.
    ...(result.outcome === 'adapts' ? ['Otherwise here, and no harm:'] : []),
    ...(result.setting === undefined ? [] : [`Otherwise here: set ${result.setting}.`]),
    ...(result.whatToDo === undefined ? [] : [result.whatToDo]),
  ].join(' ');
  return [
    ...rows.map((row) => row.trimEnd()).filter((row) => row !== ''),
    ...(advice === '' ? [] : wrap(advice, '    ', WIDTH)),
  ];
};

export const countsOf = (results: readonly CheckResult[]) => ({
  ticks: results.filter(({ outcome }) => marks[outcome] === '✓').length,
  crosses: results.filter(isCross).length,
  skipped: results.filter(({ outcome }) => outcome === 'skipped').length,
  notObservable: results.filter(({ outcome }) => outcome === 'not-observable').length,
});

/** Several lines, with a line break at the end of each. */
export const findingTable = (heading: string, results: readonly CheckResult[]): string => {
  const shown = results.filter(({ outcome }) => outcome !== 'not-observable');
  const unseen = results.filter(({ outcome }) => outcome === 'not-observable');
  const { ticks, crosses, skipped } = countsOf(results);
  const summary = [`${ticks} ticks`, `${crosses} crosses`, ...(skipped > 0 ? [`${skipped} skipped`] : [])];
  const lines = [
    heading,
    ...shown.flatMap(rowOf),
    ...(unseen.length > 0 ? ['', 'What cannot be seen from outside, and how the bridge copes:'] : []),
    ...unseen.flatMap(rowOf),
    '',
    `${summary.join(', ')}${unseen.length > 0 ? `; ${unseen.length} not to be seen from outside` : ''}.`,
  ];
  return `${lines.join('\n')}\n`;
};
