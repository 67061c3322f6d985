import { problemOf } from '../../../tools/engine/reply-problem';

const expected = {
  path: 'rc_get_timezone/0001.json',
  script: 'rc_get_timezone',
  name: 'tells the zone',
  reply: '{"a":1}',
};

describe('the comparison of a reply', () => {
  it('finds nothing where the engine gave the same text', () => {
    expect(problemOf(expected, JSON.stringify({ reply: '{"a":1}' }))).toBeUndefined();
  });

  it.each([
    ['{"a":2}', 'from character 0\n    vm:     {"a":1}\n    engine: {"a":2}'],
    ['{"a":1} ', 'from character 0\n    vm:     {"a":1}\n    engine: {"a":1} '],
    ['{"a":1', 'from character 0\n    vm:     {"a":1}\n    engine: {"a":1'],
  ])('shows both texts for %s, and names the case', (reply, shown) => {
    expect(problemOf(expected, JSON.stringify({ reply }))).toBe(
      `rc_get_timezone/0001.json tells the zone\n  ${shown}\n`,
    );
  });

  it('shows only where long texts part', () => {
    const long = { ...expected, reply: `${'x'.repeat(900)}b${'y'.repeat(900)}` };
    const reply = `${'x'.repeat(900)}c${'y'.repeat(900)}`;
    expect(problemOf(long, JSON.stringify({ reply }))).toContain(
      `from character 860\n    vm:     ${'x'.repeat(40)}b${'y'.repeat(119)}\n`,
    );
  });

  it('shows the call of N/* with which a script left the record', () => {
    const failure = { call: '3 of 9', recorded: 'getValue ["a"]', made: 'getText ["a"]' };
    expect(problemOf(expected, JSON.stringify({ failure }))).toContain('call 3 of 9 of N/*');
  });

  it('finds a case that was not run', () => {
    expect(problemOf(expected)).toContain('was not run');
  });
});
