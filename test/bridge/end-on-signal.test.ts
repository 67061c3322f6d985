import { EventEmitter } from 'node:events';
import { endOnSignal } from '../../bridge/end-on-signal';

const LIMIT_MS = 30_000;

interface Ending {
  readonly signals: EventEmitter;
  readonly exits: number[];
  closes: number;
}

const startEnding = (close: () => Promise<void>): Ending => {
  const ending: Ending = { signals: new EventEmitter(), exits: [], closes: 0 };
  endOnSignal({
    close: () => {
      ending.closes += 1;
      return close();
    },
    limitMs: LIMIT_MS,
    signals: ending.signals,
    exit: (code) => void ending.exits.push(code),
  });
  return ending;
};

const never = (): Promise<void> => new Promise(() => {});

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('a process that is told to end', () => {
  it.each(['SIGTERM', 'SIGINT'])('closes what it runs, and has ended well, at %s', async (signal) => {
    const ending = startEnding(async () => {});
    ending.signals.emit(signal);
    await jest.advanceTimersByTimeAsync(0);
    expect([ending.closes, ending.exits]).toEqual([1, [0]]);
  });

  it('ends at once when it is told a second time', () => {
    const ending = startEnding(never);
    ending.signals.emit('SIGTERM');
    jest.advanceTimersByTime(1000);
    expect(ending.exits).toEqual([]);
    ending.signals.emit('SIGINT');
    expect([ending.closes, ending.exits]).toEqual([1, [1]]);
  });

  it('takes a Ctrl-C that npm passes on for the one that the terminal sent', () => {
    const ending = startEnding(never);
    ending.signals.emit('SIGINT');
    jest.advanceTimersByTime(100);
    ending.signals.emit('SIGINT');
    expect(ending.exits).toEqual([]);
  });

  it('ends when its time is over', () => {
    const ending = startEnding(never);
    ending.signals.emit('SIGTERM');
    jest.advanceTimersByTime(LIMIT_MS - 1);
    expect(ending.exits).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(ending.exits).toEqual([1]);
  });

  it('has not ended well when closing fails', async () => {
    const ending = startEnding(async () => {
      throw new Error('the database is gone');
    });
    ending.signals.emit('SIGTERM');
    await jest.advanceTimersByTimeAsync(0);
    expect(ending.exits).toEqual([1]);
  });
});
