/** What the change states of its own evaluation, in trailers of its commits. */
import type { Ports } from '../../ports/index.ts';
import { regressionRules, setupTrailers, type Comparison, type StatedSetup } from '../index.ts';

export function hasOtherSetup({ findings }: Comparison): boolean {
  return findings.some(({ rule }) => another.has(rule));
}

const another: ReadonlySet<string> = new Set([
  regressionRules['different-setup'].id,
  regressionRules['different-scale'].id,
]);

export async function statedSetup({ change }: Ports): Promise<StatedSetup[]> {
  const commits = await change.commits();
  return commits.flatMap(({ message, sha }) => setupTrailers(message, sha));
}
