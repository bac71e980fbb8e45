import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { chainsOf } from '../../../src/kernel/chains.ts';
import { samples } from '../../support/seed.ts';

/** Node → what follows it; a node that follows and is not in the list ends a chain. */
const graph = fc.array(fc.option(fc.nat({ max: 12 }), { nil: undefined }), { maxLength: 12 });

/** Step by step from each node, as the definition has it. */
function walked(next: (node: number) => number | undefined, start: number) {
  const seen = new Set([start]);
  for (let at = start; ;) {
    const following = next(at);
    if (following === undefined || seen.has(following))
      return { end: at, isOnCircle: following !== undefined && following === start };
    seen.add(following);
    at = following;
  }
}

describe('chains', () => {
  it('end where a walk from each node ends, and circles are found', () => {
    fc.assert(
      fc.property(graph, fc.array(fc.nat({ max: 12 })), (links, order) => {
        const next = (node: number) => links[node];
        const chains = chainsOf(next);
        for (const node of [...order, ...links.keys()]) {
          const found = { end: chains.endOf(node), isOnCircle: chains.isOnCircle(node) };
          expect({ node, ...found }).toEqual({ node, ...walked(next, node) });
        }
      }),
      { numRuns: samples(100_000) },
    );
  });

  it.each([
    ['one long chain', (node: number) => (node < 50_000 ? node + 1 : undefined)],
    ['one long circle', (node: number) => (node + 1) % 50_000],
    ['many that join', (node: number) => (node < 49_990 ? 49_990 + (node % 10) : undefined)],
  ])('%s: each node is asked once', (_name, next) => {
    let asked = 0;
    const chains = chainsOf<number>((node) => {
      asked++;
      return next(node);
    });
    for (let node = 0; node < 50_000; node++) chains.endOf(node);
    expect(asked).toBeLessThanOrEqual(50_001);
  });
});
