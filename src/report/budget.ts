import { byteLength, count, grouped } from './text.ts';

/** A piece of Markdown that may lose items at its end but is never cut inside one. */
export interface Block {
  /** For the note on what was cut. Markdown. */
  readonly name: string;
  readonly head: string;
  readonly items: readonly string[];
  readonly tail: string;
  /** What an item is: `finding`, `row`. */
  readonly unit: string;
}

export interface Fitted {
  readonly text: string;
  /** One phrase for each block that lost something. Markdown. */
  readonly cut: readonly string[];
}

interface FittedBlock {
  readonly text: string;
  readonly shown: number;
  readonly whole: boolean;
}

/**
 * As much of the blocks as `maxBytes` hold, in their order. Each has a right to an equal share, and the smallest are served
 * first, so that a long one hides no other and takes all that the others leave.
 */
export function fitBlocks(blocks: readonly Block[], maxBytes: number): Fitted {
  let left = maxBytes;
  const bySize = blocks
    .map((block, index) => ({ block, index, size: sizeOf(block) }))
    .toSorted((a, b) => a.size - b.size);
  const served = bySize.map(({ block, index, size }, turn) => {
    const fitted = fitBlock(block, size, Math.floor(left / (blocks.length - turn)));
    left -= byteLength(fitted.text);
    return { ...fitted, block, index };
  });
  const inOrder = served.toSorted((a, b) => a.index - b.index);
  return {
    text: inOrder.map(({ text }) => text).join(''),
    cut: inOrder.filter(({ whole }) => !whole).map(({ block, shown }) => cutPhrase(block, shown)),
  };
}

function cutPhrase({ name, items, unit }: Block, shown: number): string {
  return shown === 0
    ? `all of ${name}`
    : `${grouped(items.length - shown)} of ${count(items.length, unit)} of ${name}`;
}

function sizeOf({ head, items, tail }: Block): number {
  return items.reduce((sum, item) => sum + byteLength(item), byteLength(head) + byteLength(tail));
}

function fitBlock({ head, items, tail, unit }: Block, size: number, maxBytes: number): FittedBlock {
  if (size <= maxBytes) return { text: head + items.join('') + tail, shown: items.length, whole: true };
  const note = `\n_${count(items.length, unit)} in all; the rest is not shown here._\n`;
  const room = maxBytes - byteLength(head) - byteLength(tail) - byteLength(note);
  const shown = howMany(items, room);
  return {
    text: shown === 0 ? '' : head + items.slice(0, shown).join('') + note + tail,
    shown,
    whole: false,
  };
}

function howMany(items: readonly string[], room: number): number {
  let used = 0;
  const first = items.findIndex((item) => (used += byteLength(item)) > room);
  return first < 0 ? items.length : first;
}
