import type { Block } from './budget.ts';
import { fitBlocks } from './budget.ts';
import { mdText } from './escape.ts';
import type { RenderOptions } from './options.ts';
import { byteLength, clipBytes, enumerate } from './text.ts';

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
  const named = cut.length > 8 ? [...cut.slice(0, 7), `parts of ${cut.length - 7} more sections`] : cut;
  const full = mdText(options.fullReport ?? 'the JSON that the output `report` names');
  return `\n> **Cut to fit:** ${clipBytes(enumerate(named), noteBytes - 600)} ${cut.length === 1 ? 'is' : 'are'} not shown. The whole report: ${full}.\n`;
}
