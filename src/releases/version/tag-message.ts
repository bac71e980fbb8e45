import type { Verdict } from '../../report/model.ts';
import { compareText } from '../../kernel/compare.ts';

/** What a gate said of the commit. */
export interface GateVerdict {
  readonly gate: string;
  readonly verdict: Verdict;
  /** Such as `by ada on 1a2b3c4d`. */
  readonly note?: string;
}

/** The message of an annotated tag: the version, then one trailer a gate, in a fixed order. */
export function tagMessage(tag: string, verdicts: readonly GateVerdict[]): string {
  const trailers = verdicts
    .toSorted((a, b) => compareText(a.gate, b.gate))
    .map(
      ({ gate, verdict, note }) =>
        `Gate: ${oneLine(gate)}=${verdict}${note === undefined ? '' : ` (${oneLine(note)})`}`,
    );
  return [tag, ...(trailers.length === 0 ? [] : ['', ...trailers])].join('\n');
}

function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 200);
}
