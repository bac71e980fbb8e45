import { byteLength, grouped } from './text.ts';

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

/** As much of the blocks as `maxBytes` hold. Each gets an equal share of what is left, so that a long one hides no other. */
export function fitBlocks(blocks: readonly Block[], maxBytes: number): Fitted {
  let left = maxBytes;
  const cut: string[] = [];
  const texts = blocks.map((block, index) => {
    const { text, shown } = fitBlock(block, Math.floor(left / (blocks.length - index)));
    left -= byteLength(text);
    if (shown < block.items.length)
      cut.push(
        `${block.items.length - shown} of ${grouped(block.items.length)} ${block.unit}s of ${block.name}`,
      );
    return text;
  });
  return { text: texts.join(''), cut };
}

function fitBlock(block: Block, maxBytes: number): { text: string; shown: number } {
  const note = `\n_${grouped(block.items.length)} ${block.unit}s in all; the rest is not shown here._\n`;
  const frame = byteLength(block.head) + byteLength(block.tail);
  const sizes = block.items.map(byteLength);
  const whole = frame + sizes.reduce((a, b) => a + b, 0);
  if (whole <= maxBytes)
    return { text: block.head + block.items.join('') + block.tail, shown: block.items.length };
  const shown = howMany(sizes, maxBytes - frame - byteLength(note));
  if (shown === 0) return { text: '', shown };
  return { text: block.head + block.items.slice(0, shown).join('') + note + block.tail, shown };
}

function howMany(sizes: readonly number[], room: number): number {
  let used = 0;
  const first = sizes.findIndex((size) => (used += size) > room);
  return first < 0 ? sizes.length : first;
}
