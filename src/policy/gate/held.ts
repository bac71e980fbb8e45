import type { Report, Verdict } from '../../report/model.ts';
import type { Mode } from '../index.ts';

const letsThrough: readonly Verdict[] = ['pass', 'exempt'];

/** Nothing is decided for a draft: what would let it through is `skipped`, with everything that was found; what blocks stays. */
export function heldBack<Facts extends object>(report: Report<Facts>, mode: Mode): Report<Facts> {
  if (mode !== 'draft' || !letsThrough.includes(report.verdict)) return report;
  return {
    ...report,
    verdict: 'skipped',
    title: `A draft, so nothing is decided yet. So far: ${report.title}`,
  };
}
