import { describe, expect, it } from 'vitest';
import { makeReport, withFindings } from '../../../src/report/make.ts';
import { meaningOf } from '../../../src/report/outline.ts';

const located = makeReport({
  gate: 'locate-regression',
  verdict: 'fail',
  title: 'accuracy fell',
  meaning: 'It is merged already.',
  facts: {},
});

describe('what a verdict means', () => {
  it('is what the gate says of it, where it decides no merge', () => {
    expect(meaningOf(located)).toBe('It is merged already.');
    const { meaning: _, ...gate } = located;
    expect(meaningOf(gate)).toBe('Fix the following to merge.');
  });

  it('is another thing where the policy is broken beside it', () => {
    const broken = { rule: 'policy/invalid', severity: 'error', message: 'runs must be a list' } as const;
    expect(withFindings(located, [broken])).toMatchObject({ verdict: 'fail', title: 'runs must be a list' });
    expect(meaningOf(withFindings(located, [broken]))).toBe('Fix the following to merge.');
    expect(meaningOf(withFindings(located, []))).toBe('It is merged already.');
  });
});
