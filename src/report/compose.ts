import { type Block, fitBlocks } from './budget.ts';
import { mdText } from './escape.ts';
import type { RenderOptions } from './options.ts';
import { byteLength, clip, count, enumerate, plural } from '../kernel/text.ts';

/** Kept free for the note that says what was cut. */
const noteBytes = 2000;

/** The head whole, then as much of the blocks as fit, then the foot; what was cut is said. Never more than `maxBytes`. */
export function compose(
  head: readonly string[],
  blocks: readonly Block[],
  foot: string,
  maxBytes: number,
  options: RenderOptions,
): string {
  const fixed = fitHead(head, maxBytes - byteLength(foot) - noteBytes);
  const { text, cut } = fitBlocks(blocks, maxBytes - byteLength(fixed.text) - byteLength(foot) - noteBytes);
  return fixed.text + text + cutNote([...fixed.cut, ...cut], options) + foot;
}

/** The first piece (the verdict) always; each further piece only as a whole. */
function fitHead(pieces: readonly string[], maxBytes: number): { text: string; cut: string[] } {
  let text = '';
  let lost = 0;
  for (const piece of pieces) {
    if (text === '' || byteLength(text) + byteLength(piece) <= maxBytes) text += piece;
    else lost++;
  }
  return { text, cut: lost === 0 ? [] : ['parts of the overview'] };
}

function cutNote(cut: readonly string[], options: RenderOptions): string {
  if (cut.length === 0) return '';
  const full = mdText(clip(options.fullReport ?? 'the JSON that the output `report` names', 200));
  const verb = plural(cut.length, 'is', 'are');
  return `\n> **Cut to fit:** ${enumerate(named(cut))} ${verb} not shown. The whole report: ${full}.\n`;
}

/** The first phrases, as many as the note has room for, and how many more there are. */
function named(cut: readonly string[]): string[] {
  let used = 0;
  const first = cut.findIndex((phrase, i) => i >= 8 || (used += byteLength(phrase) + 5) > noteBytes - 500);
  const more = first < 0 ? 0 : cut.length - first;
  return more === 0 ? [...cut] : [...cut.slice(0, first), `parts of ${count(more, 'more section')}`];
}
