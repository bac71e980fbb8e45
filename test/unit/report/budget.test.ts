import { describe, expect, it } from 'vitest';
import { type Block, fitBlocks } from '../../../src/report/budget.ts';

/** A block of `items` items of ten bytes. */
function block(name: string, items: number): Block {
  return { name, head: '', count: items, item: () => `${name}........\n`, tail: '', unit: 'row' };
}

/** A block of one item that fits nowhere. */
function diagram(name: string): Block {
  return { ...block(name, 1), item: () => 'x'.repeat(1e6) };
}

function itemsOf(name: string, text: string): number {
  return text.split(`${name}........`).length - 1;
}

describe('fitBlocks', () => {
  it.each<[what: string, sizes: number[], maxBytes: number, shown: number[], cut: string[]]>([
    ['keeps all that fits', [3, 3], 60, [3, 3], []],
    ['shares what there is', [100, 100], 400, [15, 15], ['85 of 100 rows of a', '85 of 100 rows of b']],
    ['gives the long one what the short ones leave', [100, 3, 2], 450, [35, 3, 2], ['65 of 100 rows of a']],
    ['drops what finds no room', [100, 1], 30, [0, 1], ['all of a']],
    [
      'gives none of it to one that can use none',
      [1000, 0],
      450,
      [40, 0],
      ['960 of 1,000 rows of a', 'all of b'],
    ],
    ['keeps nothing in nothing', [2], 0, [0], ['all of a']],
  ])('%s', (_what, sizes, maxBytes, shown, cut) => {
    const names = sizes.map((_, i) => 'abc'.charAt(i));
    const fitted = fitBlocks(
      names.map((name, i) => (sizes[i] === 0 ? diagram(name) : block(name, sizes[i] ?? 0))),
      maxBytes,
    );
    expect(names.map((name) => itemsOf(name, fitted.text))).toEqual(shown);
    expect(fitted.cut).toEqual(cut);
  });

  it('says below a cut block how much there was, and closes it', () => {
    const { text } = fitBlocks([{ ...block('a', 1000), head: '<details>\n', tail: '</details>\n' }], 120);
    expect(text).toMatch(
      /^<details>\n(?:a\.{8}\n)+\n_1,000 rows in all; the rest is not shown here\._\n<\/details>\n$/,
    );
  });

  it('makes no more items than could ever fit', () => {
    let made = 0;
    const item = () => `${String(made++)}........\n`;
    fitBlocks([{ ...block('a', 1_000_000), item }], 1000);
    expect(made).toBeLessThan(120);
  });
});
