/** Whether answers that turned turn back as often as the model expects: noise of single evaluations turns back at once, and is not in the model. */
import type { Classes } from './classes.ts';
import { Walker, type Chain, type Segment } from './chain.ts';
import type { Leveled } from './outcomes.ts';

/** More than the fit of the model errs by, as a share of what is expected and in standard errors. */
const clearly = { share: 0.1, errors: 5 };

/** Whether more answers turn again right after they turned than the histories before let expect. `together`: samples that turn as one. */
export function hasNoise({ patterns }: Leveled, classes: Classes, chain: Chain, together: number): boolean {
  const walker = new Walker(classes, chain);
  let [excess, expected, variance] = [0, 0, 0];
  for (const { count, ...pattern } of patterns) {
    let hasTurned = false;
    walker.walk({ ...pattern, count }, (segment) => {
      if (hasTurned) {
        const p = turns(segment, classes, pattern.levels[segment.before] ?? 0);
        excess += count * (Number(!segment.isSame) - p);
        expected += count * p;
        variance += count * p * (1 - p);
      }
      hasTurned = !segment.isSame;
    });
  }
  return excess > Math.max(clearly.share * expected, clearly.errors * Math.sqrt(variance * together));
}

/** Probability of another level than that before, by all that was seen up to it. */
function turns({ past, keep }: Segment, { emission, levels }: Classes, level: number): number {
  let [other, all] = [0, 0];
  for (let at = 0; at < past.length; at++) {
    all += past[at] ?? 0;
    other += (past[at] ?? 0) * (1 - (emission[at * levels + level] ?? 0));
  }
  return ((1 - keep) * other) / all;
}
