import type { ShellPlace, ShellWord } from '../../documents/shell/model.ts';
import type { Declared } from './programs/model.ts';

/** What one word gives to a flag. */
export interface GivenValue {
  /** `undefined`: it is known when the command runs. */
  readonly text: string | undefined;
  readonly reason?: string;
  /** What is known of its end where the rest is not: `/configs` of `"$HOME/configs"`. */
  readonly tail?: string;
  /** Where it was written, which may be an assignment far above. */
  readonly place: ShellPlace;
}

export interface Flag {
  /** As written, with its dashes. */
  readonly written: string;
  /** `num_layers` of `--num-layers`. */
  readonly name: string;
  readonly place: ShellPlace;
  readonly values: readonly GivenValue[];
  /** `--a=1`: the value stands in the word itself. */
  readonly isJoined: boolean;
}

/** `a.b=c` of Hydra and of tools that take such. */
export interface Override {
  /** As the program gets it; `a.b=???` where its value is not known. */
  readonly text: string;
  /** Why its value is not known. */
  readonly reason?: string;
  readonly place: ShellPlace;
}

/** A word that no flag takes. */
export interface OtherWord extends GivenValue {
  /** The flag in front of it, as it is written. */
  readonly behind?: string;
  /** It stands behind `--`. */
  readonly isRest?: true;
}

export interface Arguments {
  readonly flags: readonly Flag[];
  readonly overrides: readonly Override[];
  readonly others: readonly OtherWord[];
  /** Reasons why there may be more, such as `"$@"`. */
  readonly open: readonly string[];
}

/** The words of a program as flags with their values; `declared` says how many words a flag takes, as far as that is known. */
export function readArguments(
  words: readonly ShellWord[],
  declared: (flag: string) => Declared | undefined,
): Arguments {
  const [flags, overrides, others, open]: [Flag[], Override[], OtherWord[], string[]] = [[], [], [], []];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const start = word.text ?? word.pieces[0]?.text;
    // what follows is often the command line of another program
    if (word.text === '--') {
      others.push(...words.slice(at + 1).map((rest) => ({ ...givenBy(rest), isRest: true as const })));
      break;
    }
    if (start !== undefined && isFlag(start)) {
      const [flag, ...before] = shortFlags(flagOf(word, start), word, declared).toReversed();
      if (flag === undefined) continue;
      flags.push(...before.toReversed());
      const declaration = declared(flag.written);
      const values = flag.isJoined ? [] : valuesFrom(words, at + 1, declaration);
      at += values.length;
      const isLeft = values.length === 0 && word.assumes.length > 0 && (declaration?.takes[0] ?? 0) > 0;
      const behind = isLeft && !flag.isJoined ? [leftOut(word)] : values.map(givenBy);
      flags.push({ ...flag, values: [...flag.values, ...behind] });
    } else if (start !== undefined && isOverride.test(start)) {
      overrides.push(overrideOf(word, start));
    } else {
      const behind = flags.at(-1)?.written;
      others.push({ ...givenBy(word), ...(behind === undefined ? {} : { behind }) });
    }
    if (word.isMany) open.push(reasonOf(word) ?? 'some words are known when it runs');
  }
  return { flags, overrides, others, open };
}

/** The value that a caller gives, and that is nothing where none does. */
function leftOut(place: ShellPlace): GivenValue {
  return { text: undefined, reason: 'it is nothing where nobody gives it', place };
}

/** `~a` deletes. */
const isOverride = /^(?:[+~]{0,2}[A-Za-z_][\w.@/-]*=|~[A-Za-z_][\w.@/-]*$)/;

function overrideOf(word: ShellWord, start: string): Override {
  const [piece, ...more] = word.pieces;
  const place = more.length === 0 ? (piece?.place ?? word) : word;
  if (word.text !== undefined) return { text: word.text, place };
  const reason = reasonOf(word) ?? 'it is known when it runs';
  return { text: `${start.slice(0, start.indexOf('=') + 1)}???`, reason, place };
}

/** `-1` and `-1e-5` are values. */
function isFlag(text: string): boolean {
  return /^--?[A-Za-z_]/.test(text);
}

/** The words that a flag takes: up to the next flag, but that click and absl take as many as they declare whatever these are. */
function valuesFrom(
  words: readonly ShellWord[],
  from: number,
  declared: Declared | undefined,
): readonly ShellWord[] {
  const most = declared?.takes[1] ?? Number.POSITIVE_INFINITY;
  const isGreedy = /^(?:absl|click|typer)$/.test(declared?.by ?? '') && declared?.takes[0] === most;
  let end = from;
  while (end < words.length && end - from < most) {
    const word = words[end];
    const start = word?.text ?? word?.pieces[0]?.text;
    if (!isGreedy && start !== undefined && (isFlag(start) || start === '--')) break;
    end += 1;
  }
  return words.slice(from, end);
}

function flagOf(word: ShellWord, start: string): Flag {
  const [first] = word.pieces;
  const equals = start.indexOf('=');
  const written = equals < 0 ? start : start.slice(0, equals);
  const place = first?.place ?? word;
  const flag = { written, name: canonical(written), place, isJoined: equals >= 0 };
  if (equals < 0) return { ...flag, values: [] };
  return { ...flag, values: [joinedValue(word, equals + 1)] };
}

/** `-n3` is `-n 3`, and `-vn3` is `-v -n 3`. */
function shortFlags(
  flag: Flag,
  word: ShellWord,
  declared: (flag: string) => Declared | undefined,
): readonly Flag[] {
  const { written } = flag;
  if (!/^-\w./.test(written) || declared(written) !== undefined) return [flag];
  const found: Flag[] = [];
  for (let at = 1; at < written.length; at += 1) {
    const short = `-${written[at]}`;
    const most = declared(short)?.takes[1];
    if (most === undefined) return found.length === 0 ? [flag] : found;
    const isJoined = most > 0 && at + 1 < (word.text ?? written).length;
    const values = isJoined ? [joinedValue(word, at + 1)] : [];
    found.push({ ...flag, written: short, name: canonical(short), values, isJoined });
    if (most > 0) break;
  }
  return found;
}

/** What stands behind `=`: at the place of its own where it comes from a variable. */
function joinedValue(word: ShellWord, from: number): GivenValue {
  const [first, ...rest] = word.pieces;
  const isBehind = first?.text?.length === from && rest.length === 1;
  const place =
    (isBehind ? rest[0]?.place : undefined) ?? behind(first?.place ?? word, first?.text?.length, from);
  return given(word, place, from);
}

function given(word: ShellWord, place: ShellPlace, from = 0): GivenValue {
  const reason = reasonOf(word);
  const tail = word.text === undefined ? word.pieces.at(-1)?.text : undefined;
  return {
    text: word.text?.slice(from),
    place,
    ...(reason === undefined ? {} : { reason }),
    ...(tail === undefined ? {} : { tail }),
  };
}

/** Why a word is not known. */
export function reasonOf({ pieces }: ShellWord): string | undefined {
  for (const piece of pieces) if (piece.text === undefined) return piece.unknown;
  return undefined;
}

/** A part of a plain word on one line. */
function behind(whole: ShellPlace, length: number | undefined, from: number): ShellPlace {
  const isPlain = whole.line === whole.endLine && whole.endColumn - whole.column === length;
  return isPlain ? { ...whole, column: whole.column + from } : whole;
}

function givenBy(word: ShellWord): GivenValue {
  const [piece, ...rest] = word.pieces;
  return given(word, rest.length === 0 && piece !== undefined ? piece.place : word);
}

export function canonical(flag: string): string {
  return flag.replace(/^-+/, '').replaceAll('-', '_');
}
