import { describe, expect, it } from 'vitest';
import { locateIn, rowsText, shasOf } from '../../support/locate/trunk.ts';
import { worldOf, type WorldPlan } from '../../support/locate/worlds.ts';

const world: WorldPlan = { seed: 4, merges: 24, samples: 400, churn: 0.02, kind: 'concentrated' };

async function located(plan: WorldPlan, metric = 'score') {
  const { rows, culprit, second = 0 } = worldOf(plan);
  const shas = shasOf(rows.length);
  const sign = metric.endsWith(':lower') ? -1 : 1;
  const files = Object.fromEntries(
    rows.map((row, at) => [`${shas[at]}.jsonl`, rowsText(row.map((value) => sign * value))]),
  );
  const report = await locateIn(files, shas, { metric });
  const of = (name: string) => report.findings.filter(({ rule }) => rule === `locate/${name}`);
  return { ...report, of, shas, culprits: [shas[culprit] ?? '', shas[second] ?? ''] };
}

describe('two culprits', () => {
  it('are both named where both are clear, with what each took', async () => {
    const { title, facts, of, culprits } = await located({ ...world, drop: 0.06, isTwice: true });
    expect(facts.verdict).toBe('located');
    const [main = '', other = ''] = culprits.toSorted((sha) => (sha === facts.set[0] ? -1 : 1));
    expect(facts.set).toEqual([main]);
    expect(title).toContain(`; and it did so at ${other.slice(0, 8)} (#`);
    expect(
      of('fell-again').map(({ severity, message }) => [severity, message.includes(other.slice(0, 8))]),
    ).toEqual([['error', true]]);
    for (const { effect } of facts.changes ?? []) {
      expect(effect?.low).toBeLessThan(0.06);
      expect(effect?.high).toBeGreaterThan(0.06);
    }
    expect(facts.whole?.by).toBeCloseTo((facts.values?.good ?? 0) - (facts.values?.bad ?? 0), 9);
    expect(Math.abs(facts.beside?.by ?? 1)).toBeLessThan(facts.whole?.by ?? 0);
  });

  it('are spoken of where one alone is clear', async () => {
    const { title, facts, of, culprits } = await located({
      ...world,
      seed: 21,

      drop: 0.025,
      isTwice: true,
    });
    expect(facts.verdict).toBe('located');
    expect(title).not.toContain('too');
    const [finding] = of('may-have-fallen-again');
    const other = culprits.find((sha) => sha !== facts.set[0]) ?? '';
    expect(facts.further?.set).toContain(other);
    expect(finding?.severity).toBe('notice');
    expect(finding?.message).toMatch(
      /^Whether score fell at another merge too cannot be determined: beside \w{8} \(#\d+, Change\) a further fall is [\d.]+ times as likely as none, most likely at \w{8} \(#\d+, Change\) \(\d+ %.*\)\. It fell by [\d.]+ \([\d.-]+ to [\d.]+\) at \w{8}, and by [\d.-]+ \(-?[\d.]+ to [\d.]+\) beside what is named\.$/,
    );
  });

  it('rise where less is better', async () => {
    const { of } = await located({ ...world, drop: 0.06, isTwice: true }, 'score:lower');
    expect(of('fell-again')[0]?.message).toMatch(/^score rose at /);
  });
});

describe('of one culprit no other is claimed', () => {
  it.each([1, 2, 3, 4, 5, 6])('seed %d', async (seed) => {
    const { of, facts, title } = await located({ ...world, seed, drop: 0.06 });
    expect(facts.verdict).toBe('located');
    expect(title).not.toContain('too');
    expect(of('fell-again')).toEqual([]);
    const isOpen = (facts.further?.bayesFactor ?? 0) >= 1 / 3 || (facts.beside?.low ?? 0) > 0;
    expect(of('may-have-fallen-again')).toHaveLength(Number(isOpen));
    expect(facts.further?.bayesFactor).toBeLessThan(1);
  });

  it('nor where there is none', async () => {
    const { of, facts } = await located({ ...world, kind: 'none' });
    expect([...of('fell-again'), ...of('may-have-fallen-again')]).toEqual([]);
    expect(facts.further).toBeUndefined();
  });
});
