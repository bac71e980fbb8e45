import { describe, expect, test } from 'vitest';
import { historyPage } from '../../../src/board/index.ts';
import { madeOf } from '../../../src/board/history/made.ts';
import { renderPage } from '../../../src/report/html/page.ts';
import type { ExplorerData } from '../../../src/report/html/explorer.ts';
import type { Board } from '../../../src/board/index.ts';
import { recordsOf, shaOf } from '../../support/team-ledger.ts';
import { boardOf, judged, made, page, sha256 } from './support.ts';

function dataOf(board: Board): ExplorerData {
  const { explorer } = historyPage(board, 'index.html').page;
  return JSON.parse(explorer?.data ?? '') as ExplorerData;
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
    const data = dataOf(board);
    expect(data).toMatchObject({
      home,
      branches: ['main', 'release/v1'],
      made: ['j1', 'w1'],
      metrics: ['f1'],
    });
    const [b, a] = data.rows;
    expect(a?.slice(0, 5)).toEqual([shaOf('a'), expect.any(Number), data.authors.indexOf('ada'), 0, 7]);
    expect(a?.slice(6)).toEqual([42, [0, 1], [0.812346]]);
    expect(data.gates[(b?.[5] ?? '').indexOf('f')]).toBe('regression');
    expect(b?.slice(6)).toEqual([0, [], []]);
  });

  test('the board leads there', async () => {
    const board = await boardOf([judged('a', 9)]);
    expect(page(board)).not.toContain('history.html');
    const { boardPage } = await import('../../../src/board/index.ts');
    expect(renderPage(boardPage(board, { history: 'history.html' }), { sha256 })).toContain(
      'href="./history.html"',
    );
  });

  test('texts of others cannot end the data block', async () => {
    const text = '</script><script>alert(1)</script><!--';
    const board = await boardOf([
      judged('a', 9, { author: text, metrics: { [text]: 1 }, verdicts: [{ gate: text, verdict: 'pass' }] }),
    ]);
    const html = renderPage(historyPage(board, 'index.html').page, { sha256 });
    expect(html.match(/<script/g)).toHaveLength(3);
    expect(html).not.toContain('<!--');
    expect(dataOf(board).authors).toContain(text);
  });

  test('10,000 merges, with the board, are below 3 MB; more are cut, and that is said', async () => {
    const metrics = Object.fromEntries(
      ['docvqa_f1', 'chartqa_acc', 'mmmu_acc', 'ttft_ms', 'ocr_cer'].map((name, at) => [
        name,
        0.71234 + at / 9,
      ]),
    );
    const template = recordsOf([judged('x', 9, { author: 'ada', pr_number: 1, metrics })])[0];
    if (template === undefined) throw new Error('no record');
    const board = await boardOf([judged('x', 9, { metrics })]);
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
    expect(Buffer.byteLength(html)).toBeLessThan(2_600_000);
    expect(html).toMatch(/The newest [\d,]+ of 30,000 are here\./);
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
