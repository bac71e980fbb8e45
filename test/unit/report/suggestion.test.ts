import fc from 'fast-check';
import { lexer } from 'marked';
import { describe, expect, test } from 'vitest';
import type { Finding, Fix, Report } from '../../../src/report/model.ts';
import { suggestionsOf } from '../../../src/report/suggestion.ts';
import { samples } from '../../support/seed.ts';

const edit = (line: number, column: number, before: string, text: string): Fix => ({
  file: 'a.yaml',
  at: { line, column, endLine: line, endColumn: column + before.length, before },
  text,
});
const finding = (fix: Fix | undefined, more: Partial<Finding> = {}): Finding => ({
  rule: 'config/number-as-text',
  severity: 'error',
  message: 'lr is text',
  ...(fix && { fix }),
  ...more,
});
const report = (findings: readonly Finding[]): Report => ({
  schema: 1,
  gate: 'model-gates',
  verdict: 'fail',
  title: 'One error',
  findings: [],
  facts: {},
  reports: [{ schema: 1, gate: 'config', verdict: 'fail', title: '', findings, facts: {} }],
});
const suggest = (text: string | undefined, ...findings: Finding[]) =>
  suggestionsOf(report(findings), async () => text);

/** What GitHub would put in the place of the lines: the one block that its language names. */
function blockOf(body: string): string {
  const blocks = lexer(body).filter(({ type }) => type === 'code');
  expect(blocks).toHaveLength(1);
  expect(blocks[0]).toMatchObject({ lang: 'suggestion' });
  return blocks[0]?.type === 'code' ? String(blocks[0]['text']) : '';
}

describe('a suggestion', () => {
  test('has whole lines, what is wrong, and the rule', async () => {
    const { suggestions, other } = await suggest(
      'a:\n  lr: 1e-5 # low\n',
      finding(edit(2, 7, '1e-5', '1.0e-5')),
    );
    expect(suggestions).toEqual([
      {
        file: 'a.yaml',
        line: 2,
        endLine: 2,
        before: ['  lr: 1e-5 # low'],
        body: '❌ `config/number-as-text`: lr is text\n\n```suggestion\n  lr: 1.0e-5 # low\n```\n',
      },
    ]);
    expect(other).toBe(0);
  });

  test.each<[string, string, Fix[], [number, number, string][]]>([
    ['two edits of a line are one', 'a: b\n', [edit(1, 4, 'b', 'd'), edit(1, 1, 'a', 'c')], [[1, 1, 'c: d']]],
    [
      'two lines are two',
      'a\nb\n',
      [edit(1, 1, 'a', 'x'), edit(2, 1, 'b', 'y')],
      [
        [1, 1, 'x'],
        [2, 2, 'y'],
      ],
    ],
    ['a line in front of another', 'a\nb\n', [edit(2, 1, '', 'x\n')], [[2, 2, 'x\nb']]],
    [
      'several lines',
      'a\nb\nc\n',
      [{ file: 'a.yaml', at: { line: 1, column: 1, endLine: 2, endColumn: 2, before: 'a\nb' }, text: 'x' }],
      [[1, 2, 'x']],
    ],
    ['not where the text changed', 'z\n', [edit(1, 1, 'a', 'x')], []],
  ])('%s', async (_, text, fixes, expected) => {
    const { suggestions } = await suggest(text, ...fixes.map((fix) => finding(fix)));
    expect(suggestions.map(({ line, endLine, body }) => [line, endLine, blockOf(body)])).toEqual(expected);
  });

  test('of no line deletes', async () => {
    const fix = {
      file: 'a.yaml',
      at: { line: 1, column: 1, endLine: 2, endColumn: 1, before: 'a\n' },
      text: '',
    };
    const { suggestions } = await suggest('a\nb\n', finding(fix));
    expect(suggestions[0]?.body).toMatch(/```suggestion\n```\n$/);
    const [emptied] = (await suggest('a\nb\n', finding(edit(1, 1, 'a', '')))).suggestions;
    expect(emptied?.body).toMatch(/```suggestion\n\n```\n$/);
  });

  test.each<[string, string | undefined, Finding]>([
    ['is added at the end', 'a\n', finding({ file: 'a.yaml', text: 'b\n' })],
    ['is in a file that cannot be read', undefined, finding(edit(1, 1, 'a', 'b'))],
    ['has lines that end as on Windows', 'a\r\n', finding(edit(1, 1, 'a', 'b'))],
    ['has characters that nobody sees', 'a \u202E\n', finding(edit(1, 1, 'a', 'b'))],
    ['is longer than GitHub takes', `a${'-'.repeat(70_000)}\n`, finding(edit(1, 1, 'a', 'b'))],
  ])('is none where the fix %s', async (_, text, found) => {
    expect(await suggest(text, found)).toEqual({ suggestions: [], other: 1 });
  });

  test('makes a statement only where the merge would stop, and says so', async () => {
    const fix: Fix = { ...edit(1, 1, 'a', 'b'), states: true };
    expect((await suggest('a\n', finding(fix, { severity: 'warning' }))).suggestions).toEqual([]);
    expect((await suggest('a\n', finding(fix))).suggestions[0]?.body).toContain(
      'only if the change is intended',
    );
  });

  test('cannot be left by what a pull request writes', async () => {
    const text = fc.stringMatching(/^[-`~<>![\]()@#a-z: |\\]{0,40}$/);
    const some = text.filter((one) => one !== '');
    await fc.assert(
      fc.asyncProperty(text, some, text, async (line, into, message) => {
        const found = finding(edit(1, 1, line, into), { message });
        const { suggestions } = await suggest(`${line}\n`, found);
        const [{ body } = { body: '' }] = suggestions;
        expect(blockOf(body)).toBe(into);
        expect(body.split('\n').filter((one) => one.startsWith('<!--'))).toEqual(
          into.startsWith('<!--') ? [into] : [],
        );
      }),
      { numRuns: samples(200) },
    );
  });
});
