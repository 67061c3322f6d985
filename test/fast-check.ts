/**
 * fast-check with the same cases in every run: what is true of a commit once is true of it again. FUZZ_SEED asks for
 * others (`FUZZ_SEED=$RANDOM npm test`); a failure names its seed.
 */
import fc from 'fast-check';

const DEFAULT_SEED = 20_261_121;

fc.configureGlobal({ seed: Number(process.env['FUZZ_SEED'] ?? DEFAULT_SEED) });

export { fc };
