import { isDeepStrictEqual } from 'node:util';
import { readDocument } from '../../../src/config/index.ts';
import { encode, readWithPython } from './python.ts';

export interface Comparison {
  /** Texts that both read, with the same values. */
  readonly same: number;
  /** Texts that we refuse to read although Python can: reported to the user, and safe. */
  readonly refused: number;
  /** Interpolations that both resolve, to the same value. */
  readonly resolved: number;
  /** Interpolations that we leave alone, and tell, although OmegaConf resolves them. */
  readonly skipped: number;
  /** Texts that we read otherwise, or that only we read. */
  readonly different: readonly string[];
}

export function compare(dialect: 'pyyaml' | 'omegaconf' | 'json', texts: readonly string[]): Comparison {
  const answers = readWithPython(dialect, texts);
  const tally = { same: 0, refused: 0, resolved: 0, skipped: 0 };
  const different: string[] = [];
  for (const [index, text] of texts.entries()) {
    if (answers[index]?.endless === true) continue;
    const { root, findings } = readDocument(text, { file: 'x', dialect });
    const readable = root !== undefined && !findings.some(({ message }) => message.includes('refuses'));
    const ours = readable ? encode(root) : undefined;
    const theirs = answers[index]?.ok;
    if (ours === undefined) tally.refused += theirs === undefined ? 0 : 1;
    else if (equal(ours, theirs, tally)) tally.same += 1;
    else
      different.push(
        `${JSON.stringify(text)}\n  ours ${JSON.stringify(ours)}\n  Python ${JSON.stringify(theirs) ?? answers[index]?.error}`,
      );
  }
  return { ...tally, different };
}

interface Tally {
  resolved: number;
  skipped: number;
  /** Values that only a run knows. */
  unknown?: number;
}

/** Whether we hold what Python holds; an interpolation may also stand as it is written. */
export function equal(ours: unknown, theirs: unknown, tally: Tally): boolean {
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    return ours.length === theirs.length && ours.every((item, index) => equal(item, theirs[index], tally));
  }
  if (!isRecord(ours) || !isRecord(theirs)) return ours === theirs;
  if (ours['t'] === 'unknown' && tally.unknown !== undefined) {
    tally.unknown += 1;
    return true;
  }
  if (theirs['t'] !== 'interpolation')
    return ours['t'] === theirs['t'] && equal(ours['v'], theirs['v'], tally);
  const { raw, ok } = theirs;
  if (isDeepStrictEqual(ours, { t: 'str', v: raw })) {
    tally.skipped += ok === undefined || isDeepStrictEqual(ours, ok) ? 0 : 1;
    return true;
  }
  tally.resolved += 1;
  return ok !== undefined && equal(ours, ok, tally);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
