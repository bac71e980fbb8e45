import { readFileSync } from 'node:fs';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { renderJson } from '../../../src/report/json.ts';
import { type Report, severities, verdicts } from '../../../src/report/model.ts';
import { hostileTexts, others, report } from './sample.ts';

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync('schema/report.schema.json', 'utf8')));

function errorsOf(value: unknown): unknown {
  return validate(value) ? [] : validate.errors;
}

function withFacts(facts: Report['facts']): Report {
  return { ...others.pass, facts };
}

describe('the schema', () => {
  it.each<[string, Report]>([['the realistic report', report], ...Object.entries(others)])(
    'takes %s',
    (_name, one) => {
      expect(errorsOf(JSON.parse(renderJson(one)))).toEqual([]);
    },
  );

  it.each([
    ['no verdict', { verdict: undefined }],
    ['another verdict', { verdict: 'green' }],
    ['another version', { schema: 2 }],
    ['an unknown key', { colour: 'red' }],
    ['no title', { title: '' }],
    ['facts that are a list', { facts: [] }],
    ['a negative time', { durationMs: -1 }],
    ['an exemption that nobody gave', { verdict: 'exempt' }],
    [
      'an exemption for half a commit',
      { exemption: { by: 'a', at: '2026-03-01T09:30:00Z', sha: '5e6f7a8', label: 'hotfix' } },
    ],
    ['a severity', { findings: [{ rule: 'a/b', severity: 'fatal', message: 'x' }] }],
    ['a rule without a gate', { findings: [{ rule: 'b', severity: 'error', message: 'x' }] }],
    [
      'a line before the first',
      { findings: [{ rule: 'a/b', severity: 'error', message: 'x', file: 'f', line: 0 }] },
    ],
    ['a line of no file', { findings: [{ rule: 'a/b', severity: 'error', message: 'x', line: 1 }] }],
    [
      'a column of no line',
      { findings: [{ rule: 'a/b', severity: 'error', message: 'x', file: 'f', column: 1 }] },
    ],
    ['a section of another kind', { sections: [{ kind: 'video', title: 'x' }] }],
    [
      'a cell that is a number',
      { sections: [{ kind: 'table', title: 'x', columns: [{ title: 'a' }], rows: [[1]] }] },
    ],
    ['a broken report inside', { reports: [{ schema: 1 }] }],
  ])('refuses %s', (_what, change) => {
    expect(validate({ ...JSON.parse(renderJson(others.pass)), ...change })).toBe(false);
  });

  it('knows the verdicts and severities of the model', () => {
    const { $defs } = JSON.parse(readFileSync('schema/report.schema.json', 'utf8'));
    expect($defs.verdict.enum).toEqual(verdicts);
    expect($defs.finding.properties.severity.enum).toEqual(severities);
  });
});

describe('renderJson', () => {
  it.each<[what: string, value: unknown, expected: unknown]>([
    ['a BigInt that a number holds', 31_070_754_032n, 31_070_754_032],
    ['a BigInt that none holds', 9_007_199_254_740_993n, '9007199254740993'],
    ['not a number', Number.NaN, 'NaN'],
    ['the infinities', [Infinity, -Infinity], ['Infinity', '-Infinity']],
    ['a map', new Map([['a', 1n]]), { a: 1 }],
    ['a set', new Set(['a']), ['a']],
    ['nothing', undefined, undefined],
  ])('writes %s', (_what, value, expected) => {
    expect(JSON.parse(renderJson(withFacts({ value }))).facts.value).toEqual(expected);
  });

  it('keeps one order, whatever the order in which a gate set the keys', () => {
    const reversed = Object.fromEntries(Object.entries(report).toReversed());
    expect(renderJson({ ...report, ...reversed })).toBe(renderJson(report));
    expect(Object.keys(JSON.parse(renderJson(report))).slice(0, 4)).toEqual([
      'schema',
      'gate',
      'verdict',
      'title',
    ]);
  });

  it.each(hostileTexts)('holds %j, and shows a terminal or a log nothing to obey', (text) => {
    const json = renderJson({ ...others.pass, title: text });
    expect(JSON.parse(json).title).toBe(text);
    expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]|##\[/u);
    expect(json).not.toMatch(/^\s*::/m);
  });

  it('keeps a key that names a prototype', () => {
    const facts = { versions: new Map([['__proto__', 1]]) };
    expect(renderJson(withFacts(facts))).toContain('"__proto__": 1');
  });
});
