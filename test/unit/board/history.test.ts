import { describe, expect, test } from 'vitest';
import { historyPage } from '../../../src/board/index.ts';
import { madeOf } from '../../../src/board/history/made.ts';
import { renderPage } from '../../../src/report/html/page.ts';
import type { Board } from '../../../src/board/index.ts';
import { recordsOf, shaOf } from '../../support/team-ledger.ts';
import { boardOf, hoursBefore, judged, made, page, sha256 } from './support.ts';

/** Rows of the table that the script reads, by the titles of its columns. */
function rowsOf(board: Board): Record<string, unknown>[] {
  const [block] = historyPage(board, 'index.html').page.sections[0]?.blocks ?? [];
  if (block?.kind !== 'explorer') throw new Error('no explorer');
  const titles = block.all.columns.map((column) => {
    if (typeof column === 'string') return column;
    return typeof column === 'object' && 'text' in column ? (column.text ?? '') : '';
  });
  return block.all.rows.map((row) => Object.fromEntries(row.map((cell, at) => [titles[at], cell])));
}

describe('all merges', () => {
  test('each with its gates, metrics, run and what was made of it', async () => {
    const home = 'https://git.example/vision/qwen3-vl';
    const board = await boardOf([
      judged('a', 9, {
        author: 'ada',
        pr_number: 7,
        metrics: { f1: 0.812345678 },
        run: { url: `${home}/actions/runs/42/attempts/1` },
      }),
      judged('b', 8, {
        git_ref: 'release/v1',
        verdicts: [{ gate: 'regression-gate', verdict: 'fail' }],
        run: { url: 'https://evil.example/actions/runs/9' },
      }),
      made(['commit:a'], 'job:j1', 7),
      made(['job:j1'], 'weights:w1', 6),
    ]);
    const [b, a] = rowsOf(board);
    expect(a).toEqual({
      Commit: shaOf('a'),
      Merged: hoursBefore(9).slice(0, 16).replace('T', ' '),
      Branch: '',
      Pull: '7',
      Author: 'ada',
      regression: 'pass',
      f1: '0.812346',
      'Made of it': ['j1', 'w1'],
      Run: '42',
    });
    expect(b).toMatchObject({ Branch: 'release/v1', regression: 'fail', f1: '', 'Made of it': [], Run: '' });
  });

  test('of none there is nothing to search', async () => {
    const html = renderPage(historyPage(await boardOf([]), 'index.html').page, { sha256 });
    expect(html).toContain('No merge is recorded yet.');
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  test('the board leads there', async () => {
    const board = await boardOf([judged('a', 9)]);
    expect(page(board)).not.toContain('history.html');
    const { boardPage } = await import('../../../src/board/index.ts');
    expect(renderPage(boardPage(board, { history: 'history.html' }), { sha256 })).toContain(
      'href="./history.html"',
    );
  });

  test('texts of others cannot end the data block or the table', async () => {
    const text = '</script></noscript></tbody><tr><script>alert(1)</script><!--';
    const board = await boardOf([
      judged('a', 9, { author: text, metrics: { [text]: 1 }, verdicts: [{ gate: text, verdict: 'pass' }] }),
    ]);
    const html = renderPage(historyPage(board, 'index.html').page, { sha256 });
    expect(html.match(/<script/g)).toHaveLength(3);
    expect(html).not.toContain('<!--');
    expect(rowsOf(board)[0]?.['Author']).toBe(text);
  });

  test('10,000 merges, with the board, are below 3 MB; more are cut, and that is said', async () => {
    const metrics = Object.fromEntries(
      ['docvqa_f1', 'chartqa_acc', 'mmmu_acc', 'ttft_ms', 'ocr_cer'].map((name, at) => [
        name,
        0.71234 + at / 9,
      ]),
    );
    const names = ['validate-model-config', 'detect-dep-drift', 'detect-input-drift', 'regression-gate'];
    const verdicts = names.map((gate) => ({ gate, verdict: 'pass' as const }));
    const board = await boardOf([judged('x', 9, { metrics, verdicts })]);
    const merge = board.history.merges[0];
    if (merge === undefined) throw new Error('no merge');
    const many = (n: number): Board => {
      const merges = Array.from({ length: n }, (_, at) => ({
        ...merge,
        sha: shaOf(`m${at}`),
        pullRequest: at,
        author: `author-${at % 40}`,
        at: new Date(Date.parse(merge.at) - at * 3_600_000).toISOString(),
      }));
      return {
        ...board,
        history: {
          merges,
          made: new Map(merges.map(({ sha }, at) => [sha, [`job-${at}`, `qwen3-vl-30b-sft-${at}`]])),
        },
      };
    };
    const whole = historyPage(many(10_000), 'index.html');
    const bytes = Buffer.byteLength(renderPage(whole.page, { sha256 })) + Buffer.byteLength(page(board));
    expect(whole).toMatchObject({ shown: 10_000, merges: 10_000 });
    expect(bytes).toBeLessThan(3_000_000);
    const cut = historyPage(many(30_000), 'index.html');
    expect(cut.shown).toBeGreaterThan(9000);
    expect(cut.shown).toBeLessThan(30_000);
    const html = renderPage(cut.page, { sha256 });
    expect(Buffer.byteLength(html)).toBeLessThan(2_700_000);
    expect(html).toMatch(/The newest [\d,]+ of 30,000 merges/);
  });
});

test('what was made of a commit is found through its job, and each once', () => {
  const records = recordsOf([
    made(['commit:a'], 'job:j', 9),
    made(['job:j'], 'weights:w', 8),
    made(['job:j'], 'weights:w', 7),
    made(['commit:b'], 'weights:direct', 6),
    made(['job:unknown'], 'weights:lost', 5),
  ]);
  expect([...madeOf(records)]).toEqual([
    [shaOf('a'), ['j', 'w']],
    [shaOf('b'), ['direct']],
  ]);
});
