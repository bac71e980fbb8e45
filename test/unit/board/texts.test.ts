/** Chinese through one table: nothing that the pages say themselves is left in English, and nobody else's text is changed. */
import { describe, expect, test } from 'vitest';
import {
  boardPage,
  digestOf,
  historyPage,
  translatedBoard,
  translatedPage,
  translator,
  type Board,
} from '../../../src/board/index.ts';
import { zh } from '../../../src/board/texts/zh.ts';
import { renderPage } from '../../../src/report/html/page.ts';
import { recordsOf, teamDrafts, teamNow, teamTags, teamUrl } from '../../support/team-ledger.ts';
import { board, boardOf, hoursBefore, judged, made, sha256 } from './support.ts';

async function boards(): Promise<Board[]> {
  const runs = Array.from({ length: 12 }, (_, id) => ({
    id,
    event: 'pull_request' as const,
    sha: `s${id}`,
    workflow: 'gates',
    createdAt: hoursBefore(20),
    endedAt: hoursBefore(19.7),
    conclusion: 'success',
    attempt: 1,
  }));
  const data = { pulls: [], runs, parts: [{ run: 1, name: 'evaluate: queue', ms: 60_000 }] };
  return [
    await board(recordsOf(teamDrafts()), {
      tags: teamTags,
      url: teamUrl,
      now: teamNow,
      delivery: { data, hasPulls: false, runsSince: { pull_request: 0 } },
    }),
    await boardOf([]),
    await boardOf([
      judged('a', 30, { metrics: { f1: 0.8 } }),
      made(['commit:a'], 'weights:w-1', 20),
      made(['weights:w-1'], 'serving:svc-1', 19, { service: 'chat' }),
      made(['commit:a'], 'weights:w-2', 18),
    ]),
    await boardOf(
      Array.from({ length: 40 }, (_, at) => judged(`m${at}`, 100 - at, { metrics: { f1: 0.9 - at / 500 } })),
    ),
  ];
}

/** With what the table lacks. */
function inChinese(shown: Board) {
  const lacking = new Set<string>();
  const t = translator('zh', (text) => lacking.add(text));
  const said = translatedBoard(shown, t);
  const page = translatedPage(boardPage(said, { history: 'history.html', t }), 'zh', t);
  const history = translatedPage(historyPage(said, 'index.html', t).page, 'zh', t);
  return {
    html: renderPage(page, { sha256 }),
    history: renderPage(history, { sha256 }),
    digest: digestOf(said, undefined, t),
    lacking,
  };
}

/** What is a name, or was said by somebody: services, metrics, gates, titles of verdicts. */
const names = /^(?:qwen3-vl(?:-batch)?|chat|\w+_(?:acc|f1|ms)|f1|v[\d.]+)$/;

test('all that the pages say is in the table', async () => {
  const lacking = (await boards()).flatMap((shown) => [...inChinese(shown).lacking]);
  expect([...new Set(lacking)].filter((text) => !names.test(text))).toEqual([]);
});

test('a page in Chinese says so, with its metrics and names as they are', async () => {
  const [team] = await boards();
  if (team === undefined) throw new Error('no board');
  const { html, history, digest } = inChinese(team);
  expect(html).toMatch(/^<!doctype html>\n<html lang="zh">/);
  for (const text of [
    '等人处理的事',
    '正在服务的版本',
    '主干成功率',
    'chartqa_acc',
    'svc-qwen3-vl-v2.3.2',
    '已逾期',
  ])
    expect(html).toContain(text);
  expect(html).not.toContain('What waits for somebody');
  // Numbers have their units in the language of the page.
  expect(html.match(/\d (?:h|min|minutes|days) [前后内以]/g)).toBeNull();
  expect(history).toContain('全部合并');
  expect(digest.title).toBe('5 件事需要处理');
});

test('an English page is the same with and without the table', async () => {
  const [team] = await boards();
  if (team === undefined) throw new Error('no board');
  const t = translator('en');
  expect(translatedBoard(team, t)).toEqual(team);
});

describe('the translator', () => {
  const t = translator('zh');
  test.each([
    ['Nothing waits for anybody.', '没有需要处理的事。'],
    ['30 of 1,240 merges are shown. ', '显示 30 / 1,240 次合并。'],
    ['−0.81 since ', '−0.81，自 '],
    [
      'f1 moved by −0.80 points since release v2.3.0; 0.50 points are tolerated',
      'f1 自发布 v2.3.0 以来变化 −0.80 个百分点；容差为 0.50 个百分点',
    ],
    ['10.9 days, nine of ten within 13.9 days', '10.9 天，九成在 13.9 天 以内'],
    [
      'Half of 12 pushes had their last verdict within 18.0 minutes, nine of ten within 45.0 s.',
      '12 次推送中一半在 18.0 分钟 内得到最终结论，九成在 45.0 秒 以内。',
    ],
    ['33 h ago', '33 小时前'],
    [
      'regression-gate was lifted for hotfix ae763462 (#305) and was due 2026-11-21',
      'regression-gate 为 热修复 ae763462 (#305) 豁免，期限为 2026-11-21，已逾期',
    ],
    [
      'v1 serves chat, and a link of its chain is missing: no record says which commit job-7 came from',
      'v1 正在服务 chat，链路缺一环：没有记录说明 job-7 来自哪个提交',
    ],
    ['what nobody has translated', 'what nobody has translated'],
    ['', ''],
    ['__proto__', '__proto__'],
    ['constructor', 'constructor'],
  ])('%j', (english, chinese) => {
    expect(t(english)).toBe(chinese);
  });

  test('takes no longer for a hostile text', () => {
    const text = `${' was lifted for '.repeat(4000)} and was due `;
    expect(t(text)).toBe(text);
    const nested = `${'no record says which commit '.repeat(4000)}x${' came from'.repeat(4000)}`;
    expect(t(nested)).toContain('来自哪个提交');
  });

  test('every entry fills as many places as it has', () => {
    for (const [english, chinese] of Object.entries(zh)) {
      const places = (text: string, kind: RegExp) => text.match(kind)?.length ?? 0;
      expect([english, places(chinese, /\{\d?\}/g)]).toEqual([english, places(english, /\{\}/g)]);
      expect([english, places(chinese, /#/g)]).toEqual([english, places(english, /#/g)]);
    }
  });
});
