import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/report/model.ts';
import { makeReport } from '../../../src/report/make.ts';
import { meaningOf } from '../../../src/report/outline.ts';

function meaning(gate: string, verdict: Verdict): string {
  return meaningOf(
    makeReport({ gate, verdict, title: 'accuracy fell', findings: [], facts: {}, durationMs: 0 }),
  );
}

describe('what a verdict means', () => {
  it('is of a merge that is made already, where a gate looks back on trunk', () => {
    const verdicts = ['fail', 'inconclusive'] as const;
    expect(verdicts.map((verdict) => meaning('locate-regression', verdict))).toEqual([
      'It is merged already: take it back, or fix it.',
      'What was measured does not decide it.',
    ]);
    expect(meaning('regression-gate', 'fail')).toBe('Fix the following to merge.');
  });
});
