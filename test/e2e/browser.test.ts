/** The board's pages in a real browser: with and without script, by keyboard alone, on a phone, in the dark, on paper. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'puppeteer-core';
import {
  boardPage,
  historyFile,
  historyPage,
  translatedBoard,
  translatedPage,
  translator,
  type Board,
} from '../../src/board/index.ts';
import { renderPage } from '../../src/report/html/page.ts';
import { hasBrowser, open, openBrowser, violationsOf, type View } from '../support/browser.ts';
import { recordsOf, shaOf, teamDrafts, teamNow, teamTags, teamUrl } from '../support/team-ledger.ts';
import { board, boardOf, judged, sha256 } from '../unit/board/support.ts';

/** Pixels by which the page is wider than its window. */
const beyond = 'document.documentElement.scrollWidth - window.innerWidth';

const team = () =>
  board(recordsOf(teamDrafts()), { tags: teamTags, url: teamUrl, now: teamNow, name: 'vision/qwen3-vl' });

/** The board and its history, as the gate writes them. */
function filesOf(shown: Board): Record<'board' | 'history', string> {
  return {
    board: renderPage(boardPage(shown, { history: historyFile }), { sha256 }),
    history: renderPage(historyPage(shown, 'index.html').page, { sha256 }),
  };
}

describe.skipIf(!hasBrowser)('in Chromium', () => {
  let browser: Browser;
  let pages: Record<'board' | 'history', string>;

  beforeAll(async () => {
    browser = await openBrowser();
    pages = filesOf(await team());
  }, 0);
  afterAll(() => browser.close());

  const shown = (name: 'board' | 'history', view: View = {}) =>
    open(browser, { [`${name}.html`]: pages[name] }, view);

  const views: [string, View][] = [
    ['wide and light', {}],
    ['wide and dark', { dark: true }],
    ['a phone, light', { width: 390 }],
    ['a phone, dark', { width: 390, dark: true }],
  ];

  describe.each(['board', 'history'] as const)('the %s', (name) => {
    test.each(views)(
      '%s: no script error, nothing for axe-core to find, nothing beside the screen',
      async (_, view) => {
        const { page, problems } = await shown(name, view);
        expect(await violationsOf(page)).toEqual([]);
        expect(problems).toEqual([]);
        expect(await page.evaluate(beyond)).toBeLessThanOrEqual(0);
        await page.close();
      },
      0,
    );

    test('in Chinese', async () => {
      const t = translator('zh');
      const said = translatedBoard(await team(), t);
      const source =
        name === 'board'
          ? boardPage(said, { history: historyFile, t })
          : historyPage(said, 'index.html', t).page;
      const html = renderPage(translatedPage(source, 'zh', t), { sha256 });
      const { page, problems } = await open(browser, { [`${name}.html`]: html }, { width: 390 });
      expect(await violationsOf(page)).toEqual([]);
      expect({ problems, beyond: await page.evaluate(beyond) }).toEqual({ problems: [], beyond: 0 });
      expect(await page.$eval('header', (one) => one.textContent)).toContain('天前');
      await page.close();
    }, 0);

    test('without script it can be read, and offers nothing that does not work', async () => {
      const { page, problems } = await shown(name, { script: false });
      const text = await page.$eval('main', (main) => main.textContent);
      expect(text).toContain('#305');
      const controls = await page.$$eval(
        'input, select, button',
        (all) => all.filter((one) => one.checkVisibility()).length,
      );
      expect({ controls, problems }).toEqual({ controls: 0, problems: [] });
      await page.close();
    }, 0);

    test('prints to paper', async () => {
      const { page } = await shown(name);
      const paper = await page.pdf({ format: 'A4' });
      expect(Buffer.from(paper).subarray(0, 5).toString()).toBe('%PDF-');
      await page.emulateMediaType('print');
      expect(await page.evaluate(beyond)).toBeLessThanOrEqual(0);
      await page.close();
    }, 0);
  });

  test('by keyboard: skips to the content, reaches the filter, folds open', async () => {
    const { page } = await shown('board');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    const reached = await tabTo(page, 'words', 80);
    expect(reached).toBe(true);
    await page.keyboard.type('#305');
    expect(await page.$eval('#found', (one) => one.textContent)).toMatch(/^\d+ of \d+ rows$/);
    await page.focus('summary');
    await page.keyboard.press('Enter');
    expect(await page.$eval('details', (one) => one.open)).toBe(true);
    await page.close();
  }, 0);

  describe('all merges', () => {
    const rows = (page: Awaited<ReturnType<typeof open>>['page']) =>
      page.$$eval('#rows tbody tr', (all) => all.map((row) => row.textContent));

    async function many() {
      const drafts = Array.from({ length: 230 }, (_, at) =>
        judged(`m${at}`, 230 - at, {
          author: at % 2 === 0 ? 'ada' : '<img src=x onerror=alert(1)>',
          pr_number: at + 1,
          metrics: { f1: at / 1000 },
        }),
      );
      return filesOf(await boardOf(drafts)).history;
    }

    test('are searched, paged and drawn by keyboard, and the address keeps it', async () => {
      const html = await many();
      const { page, problems } = await open(browser, { 'history.html': html });
      expect(await rows(page)).toHaveLength(100);
      expect(await page.$eval('#place', (one) => one.textContent)).toBe('Page 1 of 3');
      expect(await tabTo(page, 'after', 400)).toBe(true);
      await page.keyboard.press('Enter');
      expect(page.url()).toMatch(/#page=2$/);
      await page.focus('#q');
      await page.keyboard.type('ada #10');
      expect(await page.$eval('#count', (one) => one.textContent)).toBe('5 of 230 merges');
      expect(await page.$eval('#curve', (one) => one.checkVisibility())).toBe(true);
      expect(page.url()).toContain('q=ada%20%2310');
      expect(problems).toEqual([]);
      await page.close();
    }, 0);

    test('a link leads to one merge, and to a range', async () => {
      const html = await many();
      const one = await open(browser, { 'history.html': html }, { hash: shaOf('m7') });
      expect(await rows(one.page)).toHaveLength(1);
      const range = await open(
        browser,
        { 'history.html': html },
        { hash: 'from=2026-11-20&to=2026-11-20&metric=f1' },
      );
      expect(await rows(range.page)).toHaveLength(24);
      expect(await range.page.$eval('#caption', (one) => one.textContent)).toContain(
        'f1 over 24 merges, 2026-11-20 to 2026-11-20',
      );
      await Promise.all([one.page.close(), range.page.close()]);
    }, 0);

    test.each([390, 1280])(
      'without script all are read, %i pixels wide',
      async (width) => {
        const html = await many();
        const { page, problems } = await open(browser, { 'history.html': html }, { width, script: false });
        const all = await page.$$eval('noscript tbody tr', (found) => found.map((row) => row.textContent));
        expect(all).toHaveLength(230);
        expect(all.at(-1)).toContain(shaOf('m0'));
        expect(all[0]).toContain('<img src=x onerror=alert(1)>');
        expect({ problems, beyond: await page.evaluate(beyond) }).toEqual({ problems: [], beyond: 0 });
        // axe is a script: it sees the same page without what needs none.
        const plain = html.replaceAll(/<script[^]*?<\/script>/g, '').replaceAll('noscript', 'div');
        const seen = await open(browser, { 'plain.html': plain }, { width });
        expect(await violationsOf(seen.page)).toEqual([]);
        await Promise.all([page.close(), seen.page.close()]);
      },
      0,
    );

    test('a link that was cut within a sign still searches', async () => {
      const { page, problems } = await open(browser, { 'history.html': await many() }, { hash: 'q=100%' });
      expect(await page.evaluate("document.getElementById('q').value")).toBe('100%');
      expect(problems).toEqual([]);
      await page.close();
    }, 0);

    test('texts of others stay texts', async () => {
      const { page, problems } = await open(browser, { 'history.html': await many() }, { hash: 'q=onerror' });
      expect(await page.$$('img')).toHaveLength(0);
      expect((await rows(page))[0]).toContain('<img src=x onerror=alert(1)>');
      expect(problems).toEqual([]);
      await page.close();
    }, 0);
  });
});

async function tabTo(
  page: Awaited<ReturnType<typeof open>>['page'],
  id: string,
  most: number,
): Promise<boolean> {
  for (let presses = 0; presses < most; presses++) {
    if ((await page.evaluate('document.activeElement.id')) === id) return true;
    await page.keyboard.press('Tab');
  }
  return false;
}
