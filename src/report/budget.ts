import { byteLength, count, grouped } from '../kernel/text.ts';

/** A piece of Markdown that may lose items at its end but is never cut inside one. */
export interface Block {
  /** For the note on what was cut. Markdown. */
  readonly name: string;
  readonly head: string;
  /** How many items there are. */
  readonly count: number;
  /** Markdown of one of them; asked for only while there is room. */
  readonly item: (index: number) => string;
  readonly tail: string;
  /** What an item is: `finding`, `row`. */
  readonly unit: string;
}

export interface Fitted {
  readonly text: string;
  /** One phrase for each block that lost something. Markdown. */
  readonly cut: readonly string[];
}

/** A block with as many of its items as could ever fit. */
interface Rendered {
  readonly block: Block;
  readonly items: readonly string[];
  /** Bytes of the whole block; more than the budget when not even alone it fits. */
  readonly size: number;
}

interface Served {
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
  const rendered = blocks.map((block, index) => ({ ...render(block, maxBytes), index }));
  const bySize = rendered.toSorted((a, b) => a.size - b.size);
  const served = bySize.map((one, turn) => {
    const fitted = serve(one, Math.floor(left / (blocks.length - turn)));
    left -= byteLength(fitted.text);
    return { ...fitted, block: one.block, index: one.index };
  });
  const inOrder = served.toSorted((a, b) => a.index - b.index);
  return {
    text: inOrder.map(({ text }) => text).join(''),
    cut: inOrder.filter(({ whole }) => !whole).map(({ block, shown }) => cutPhrase(block, shown)),
  };
}

function render(block: Block, maxBytes: number): Rendered {
  const items: string[] = [];
  let size = byteLength(block.head) + byteLength(block.tail);
  for (let index = 0; index < block.count && size <= maxBytes; index++) {
    const item = block.item(index);
    items.push(item);
    size += byteLength(item);
  }
  if (size <= maxBytes) return { block, items, size };
  // One that can use little of its share is served before one that can use all of it.
  return { block, items, size: maxBytes + 1 + size - byteLength(items.at(-1) ?? '') };
}

function serve({ block: { head, tail, count: all, unit }, items, size }: Rendered, maxBytes: number): Served {
  if (size <= maxBytes) return { text: head + items.join('') + tail, shown: all, whole: true };
  const note = `\n_${count(all, unit)} in all; the rest is not shown here._\n`;
  const shown = howMany(items, maxBytes - byteLength(head) - byteLength(tail) - byteLength(note));
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

function cutPhrase({ name, count: all, unit }: Block, shown: number): string {
  return shown === 0 ? `all of ${name}` : `${grouped(all - shown)} of ${count(all, unit)} of ${name}`;
}
