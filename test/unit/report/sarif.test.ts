import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { fingerprints } from '../../../src/report/fingerprint.ts';
import type { Finding, Report } from '../../../src/report/model.ts';
import { sarifLog, sarifResults } from '../../../src/report/sarif.ts';
import { hostileReport, hostileTexts, options, others, report, ruleDocs, source } from './sample.ts';
import { sarifSchema } from './sarif-schema.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(sarifSchema);

const full = { rules: ruleDocs, source, version: '1.2.3', rulesUrl: options.rulesUrl ?? '' };
const base: Finding = { rule: 'config/x', severity: 'error', message: 'wrong', file: 'a.yaml' };

function reportOf(findings: readonly Finding[], extra: Partial<Report> = {}): Report {
  return {
    schema: 1,
    gate: 'validate-model-config',
    verdict: 'fail',
    title: 'bad',
    findings,
    facts: {},
    ...extra,
  };
}

/** The log as a reader sees it. */
function parsed(from: Report, withOptions = {}): unknown {
  return JSON.parse(JSON.stringify(sarifLog(from, withOptions)));
}

function errorsOf(log: unknown): unknown {
  return validate(log) ? [] : validate.errors;
}

describe('the schema', () => {
  it.each<[string, Report]>([['the realistic report', report], ...Object.entries(others)])(
    'takes %s',
    (_name, one) => {
      expect(errorsOf(parsed(one, full))).toEqual([]);
      expect(errorsOf(parsed(one))).toEqual([]);
    },
  );

  it.each(hostileTexts.filter((text) => text !== ''))('takes a report full of %j', (text) => {
    expect(errorsOf(parsed(hostileReport(text), full))).toEqual([]);
  });

  it.each<[what: string, from: string, to: string]>([
    ['a level', '"level":"error"', '"level":"fatal"'],
    ['a version', '"version":"2.1.0"', '"version":"2.0.0"'],
    ['a line', '"startLine":14', '"startLine":0'],
    ['a path', '"uri":"uv.lock"', '"uri":"/uv.lock"'],
    ['a property', '"ruleIndex"', '"ruleindex"'],
  ])('refuses %s that is wrong', (_what, from, to) => {
    const json = JSON.stringify(sarifLog(report, full));
    expect(json).toContain(from);
    expect(validate(JSON.parse(json.replace(from, to)))).toBe(false);
  });
});

describe('runs', () => {
  it('are one a gate, also without findings, each with an id of its own', () => {
    expect(sarifLog(report)).toMatchObject({
      runs: [
        { automationDetails: { id: 'model-gates/validate-model-config/' } },
        { automationDetails: { id: 'model-gates/detect-dep-drift/' } },
        { automationDetails: { id: 'model-gates/regression-gate/' } },
        { automationDetails: { id: 'model-gates/check-branch/' }, results: [] },
        { automationDetails: { id: 'model-gates/record-lineage/' }, results: [] },
      ],
    });
  });

  it('have one for the root where it found something itself', () => {
    expect(sarifLog({ ...report, findings: [base] })).toMatchObject({
      runs: [{ automationDetails: { id: 'model-gates/model-gates/' } }, {}, {}, {}, {}, {}],
    });
  });

  it('of an undecided gate did not succeed', () => {
    expect(sarifLog(others.inconclusive)).toMatchObject({
      runs: [{ invocations: [{ executionSuccessful: false }] }],
    });
  });

  it('say how many results they leave out', () => {
    const log = sarifLog(reportOf(Array.from({ length: sarifResults + 7 }, () => base)));
    expect(log).toMatchObject({
      runs: [
        {
          results: { length: sarifResults },
          invocations: [
            {
              toolExecutionNotifications: [
                { message: { text: '7 findings beyond the first 5000 left out: see the JSON report.' } },
              ],
            },
          ],
        },
      ],
    });
  });
});

describe('results', () => {
  it('refer to their rule, which says what it means', () => {
    expect(sarifLog(report, full)).toMatchObject({
      runs: [
        {
          tool: {
            driver: {
              rules: [
                {
                  id: 'config/unregistered-parameter',
                  defaultConfiguration: { level: 'error' },
                  helpUri: `${options.rulesUrl?.replace('.md', '')}/config.md#configunregistered-parameter`,
                },
                { id: 'config/number-as-text' },
                { id: 'config/widened-range' },
              ],
            },
          },
          results: [{ ruleIndex: 0 }, { ruleIndex: 1 }, { ruleIndex: 1 }, { ruleIndex: 2, level: 'warning' }],
        },
        {},
        {},
        {},
        {},
      ],
    });
  });

  it.each<[what: string, finding: Partial<Finding>, location: object]>([
    ['a line', { line: 3 }, { region: { startLine: 3 } }],
    [
      'columns',
      { line: 3, column: 5, endColumn: 9 },
      { region: { startLine: 3, startColumn: 5, endColumn: 9 } },
    ],
    [
      'lines and columns',
      { line: 3, column: 5, endLine: 4, endColumn: 2 },
      { region: { startLine: 3, startColumn: 5, endLine: 4, endColumn: 2 } },
    ],
    [
      'an end before the start',
      { line: 3, column: 5, endLine: 2, endColumn: 1 },
      { region: { startLine: 3, startColumn: 5 } },
    ],
    ['a column without a line', { column: 5 }, {}],
    [
      'a path with spaces, a colon and a hash',
      { file: 'a b/c:d#e?.yaml' },
      { artifactLocation: { uri: 'a%20b/c%3Ad%23e%3F.yaml', uriBaseId: '%SRCROOT%' } },
    ],
    [
      'a path in another script',
      { file: 'конфиг.yaml' },
      { artifactLocation: { uri: '%D0%BA%D0%BE%D0%BD%D1%84%D0%B8%D0%B3.yaml', uriBaseId: '%SRCROOT%' } },
    ],
  ])('are placed by %s', (_what, finding, location) => {
    const artifactLocation = { uri: 'a.yaml', uriBaseId: '%SRCROOT%' };
    expect(sarifLog(reportOf([{ ...base, ...finding }]))).toMatchObject({
      runs: [{ results: [{ locations: [{ physicalLocation: { artifactLocation, ...location } }] }] }],
    });
    const written = JSON.stringify(sarifLog(reportOf([{ ...base, ...finding }])));
    expect(written.includes('"region"')).toBe('region' in location);
  });

  it('carry the edit that fixes them, where it has a place', () => {
    const at = { line: 3, column: 5, endLine: 3, endColumn: 9, before: '1e-5' };
    const fixes = [
      { file: 'a b.yaml', at, text: '1.0e-5' },
      { file: 'moves.txt', text: 'torch 1 -> 2\n' },
    ];
    const log = parsed(reportOf(fixes.map((fix) => ({ ...base, help: 'write 1.0e-5', fix }))));
    expect(errorsOf(log)).toEqual([]);
    expect(
      (log as { runs: { results: { fixes?: unknown }[] }[] }).runs[0]?.results.map((one) => one.fixes),
    ).toEqual([
      [
        {
          description: { text: 'write 1.0e-5' },
          artifactChanges: [
            {
              artifactLocation: { uri: 'a%20b.yaml', uriBaseId: '%SRCROOT%' },
              replacements: [
                {
                  deletedRegion: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
                  insertedContent: { text: '1.0e-5' },
                },
              ],
            },
          ],
        },
      ],
      undefined,
    ]);
  });

  it('without a file are put on the policy, or where it is said', () => {
    const { file: _, ...nowhere } = base;
    expect(JSON.stringify(sarifLog(reportOf([nowhere])))).toContain('"uri":".github/model-gates.yml"');
    expect(JSON.stringify(sarifLog(reportOf([nowhere]), { fallbackFile: 'README.md' }))).toContain(
      '"uri":"README.md"',
    );
  });

  it('hold no link of a pull request', () => {
    expect(
      JSON.stringify(sarifLog(reportOf([{ ...base, message: '[click](https://evil.example)' }]))),
    ).not.toContain('](');
  });
});

describe('fingerprints', () => {
  const [mark] = fingerprints([base]);

  it.each<[what: string, change: Partial<Finding>]>([
    ['the line shifts', { line: 99, column: 4 }],
    ['the help is worded anew', { help: 'other' }],
  ])('stay when %s', (_what, change) => expect(fingerprints([{ ...base, ...change }])).toEqual([mark]));

  it('stay when a number in the message moves', () => {
    expect(fingerprints([{ ...base, message: 'fell by 1.8' }])).toEqual(
      fingerprints([{ ...base, message: 'fell by 2.1' }]),
    );
  });

  it.each<[what: string, change: Partial<Finding>]>([
    ['rule', { rule: 'config/y' }],
    ['file', { file: 'b.yaml' }],
    ['message', { message: 'also wrong' }],
  ])('differ by %s', (_what, change) => expect(fingerprints([{ ...base, ...change }])).not.toEqual([mark]));

  it('tell equal findings apart by their turn', () => {
    expect(fingerprints([base, base]).map((one) => one.split(':')[1])).toEqual(['1', '2']);
  });
});
