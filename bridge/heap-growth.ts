/** Decides between time and memory: how far the heap grows before it is cleared. */
import { setFlagsFromString } from 'node:v8';

/**
 * Beyond what is in use after a clearing, in percent. V8's own measure is up to three times as much, which after a few
 * long lists is most of the memory of a small machine; 60 percent cost long lists a tenth of their speed.
 */
const GROWTH_PERCENT = 100;

export const limitHeapGrowth = (): void => setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
