import { describe, expect, it } from 'vitest';
import { bySpan, type WholeStep } from '../../../src/locate/model/steps.ts';

const spans = [8, 8, 8, 8, 4, 2, 1, 1, 1];

function steps(hazardOf: (span: number, at: number) => number): WholeStep[] {
  return spans.map((span, at) => ({ step: at + 1, span, hazard: hazardOf(span, at) }));
}

describe('the usual hazard over so many merges', () => {
  it.each([
    ['of merges alone', steps((span) => 0.1 * span), 0.1, 0.8],
    ['of merges and of each evaluation', steps((span) => 0.05 + 0.1 * span), 0.15, 0.85],
    ['of each evaluation alone', steps(() => 0.3), 0.3, 0.3],
    ['where one step lies far off', steps((span, at) => (at === 8 ? 0.3 : 0.1 * span)), 0.1, 0.8],
    [
      'of merges alone, where noise is not clear',
      steps((span, at) => 0.02 + 0.1 * span + (at % 2 === 0 ? 0.03 : -0.03)),
      0.1056,
      0.8452,
    ],
    ['over equally many merges', steps(() => 0.2).map((one) => ({ ...one, span: 1 })), 0.2, 1.6],
    ['where nothing turns', steps(() => 0), 1e-4, 1e-4],
  ])('%s', (_name, all, ofOne, ofEight) => {
    const usually = bySpan(all);
    expect(usually(1)).toBeCloseTo(ofOne, 3);
    expect(usually(8)).toBeCloseTo(ofEight, 3);
  });

  it('is not negative where fewer turn over more merges', () => {
    expect(bySpan(steps((span) => 0.9 - 0.1 * span))(64)).toBeGreaterThan(0);
  });

  it('is a number where spans are so long that all answers are drawn anew many times', () => {
    const all = [1, 30, 1, 2].map((span, at) => ({ step: at + 1, span, hazard: 6.9 }));
    const usually = bySpan(all);
    expect([usually(1), usually(64)].map(Number.isFinite)).toEqual([true, true]);
  });
});
