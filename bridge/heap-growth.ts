/** Decides between time and memory: the heap grows as V8 likes, until the process has much of what a small machine can give. */
import { setFlagsFromString } from 'node:v8';

/** Below what an idle bridge and a few lists need, there is nothing to save. */
const MUCH_MEMORY_BYTES = 250 * 1024 * 1024;

/**
 * How far, in percent, the heap may then grow beyond what is in use before it is cleared. V8's own measure (0) is up to
 * three times as much, which after a few long lists would be most of the memory of a small machine; but clearing that
 * often costs a long list a third of its speed.
 */
const SPARING_PERCENT = 30;
const AS_V8_LIKES = 0;

let percent = AS_V8_LIKES;

/** To be called before something large is put together. */
export const adjustHeapGrowth = (usedBytes: number = process.memoryUsage.rss()): void => {
  const wanted = usedBytes > MUCH_MEMORY_BYTES ? SPARING_PERCENT : AS_V8_LIKES;
  if (wanted === percent) return;
  percent = wanted;
  setFlagsFromString(`--heap-growing-percent=${percent}`);
};
