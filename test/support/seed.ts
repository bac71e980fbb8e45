import { configureGlobal } from 'fast-check';

/**
 * What generated tests draw from: the same each time, so that a change is never blamed for what another seed would have found. The
 * nightly run of CI takes a new one each night; MODEL_GATES_SEED plays it again.
 */
export const seed = Number(process.env['MODEL_GATES_SEED'] || 20_261_122);

configureGlobal({ seed });
