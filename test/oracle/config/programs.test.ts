/**
 * Command lines of generated programs, against the libraries that these use: what a library takes is never an error here, and what it refuses
 * and we do not is counted by its reason. Skips the libraries that Python has not.
 */
import { describe, expect, test } from 'vitest';
import { samples, seed } from '../../support/seed.ts';
import { libraries } from './generate-programs.ts';
import { compareWith, modules } from './programs.ts';
import { hasModule } from './python.ts';

const runs = samples(2000, 100);

describe.each(libraries)('%s', (library) => {
  test.skipIf(!hasModule(modules[library]))(
    `takes what we take in ${runs} generated command lines (seed ${seed})`,
    () => {
      const { counts, alarms, values, missed } = compareWith(library, runs, seed + library.length * 100);
      const shown = [...counts].map(([what, times]) => `${times} ${what}`).join(', ');
      console.log(
        `${library}, seed ${seed}: ${shown}, ${alarms.length} refused here alone, ${values.length} other values`,
      );
      expect(alarms.slice(0, 2)).toEqual([]);
      expect(values.slice(0, 2)).toEqual([]);
      // what is refused for another reason than those that are explained, and was not met before
      expect(missed.slice(Math.max(3, runs / 100))).toEqual([]);
      expect(counts.get('taken by both')).toBeGreaterThan(runs * 0.2);
    },
  );
});
