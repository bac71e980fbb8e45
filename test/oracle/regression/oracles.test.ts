import { describe, expect, it } from 'vitest';
import { oracleCases, type OracleCase } from './oracles.ts';
import { checks } from './checks.ts';

const cases = oracleCases();

describe.skipIf(cases.length === 0)('agrees with scipy, scikit-learn, statsmodels and confseq', () => {
  it('has a check for all 54 cases', () => {
    expect(cases).toHaveLength(54);
    expect(cases.filter(({ kind }) => !Object.hasOwn(checks, kind))).toEqual([]);
  });

  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, one) => {
    const compared = compare(one);
    expect(compared.count).toBeGreaterThan(0);
    expect(compared.wrong).toEqual([]);
  });
});

function compare(one: OracleCase): { count: number; wrong: string[] } {
  const actual = checks[one.kind]?.(one, cases) ?? {};
  const wrong: string[] = [];
  let count = 0;
  for (const [name, value] of Object.entries(actual)) {
    const expected = flat(one.expected[name]);
    const got = flat(value);
    count += got.length;
    if (expected.length !== got.length) wrong.push(`${name}: ${got.length} values for ${expected.length}`);
    got.forEach((each, i) => {
      if (!close(each, expected[i], one.tolerance))
        wrong.push(`${name}[${i}]: ${String(each)} for ${String(expected[i])}`);
    });
  }
  return { count, wrong };
}

function flat(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(flat);
  return typeof value === 'object' && value !== null
    ? Object.keys(value)
        .toSorted((a, b) => (a < b ? -1 : 1))
        .flatMap((key) => flat(Reflect.get(value, key)))
    : [value];
}

function close(actual: unknown, expected: unknown, tolerance: number): boolean {
  if (typeof actual !== 'number' || typeof expected !== 'number') return actual === expected;
  return Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
}
