/** The file with another value in one place, written so that it reads back as that value, with everything else as it was. */
import type { WrittenNode, WrittenScalar } from '../../documents/yaml/stream.ts';
import type { Format } from './formats.ts';
import { isBoolToAll, isNumberToAll, isTextToAll, meaningOf, type Meaning } from './meaning.ts';
import { Refused, refusalOf } from './refused.ts';
import { onlyDifference } from './same.ts';
import type { Quote, Spelling } from './spell.ts';

export interface Asked {
  readonly source: string;
  readonly documents: readonly WrittenNode[];
  readonly old: WrittenScalar;
  readonly value: string;
  readonly path: string;
  readonly format: Format;
}

/** The first spelling that reads back as the value, with everything else as it was. */
export function rewritten(asked: Asked): string {
  for (const spelling of spellings(asked)) {
    const { from, to, text } = spelling;
    const candidate = asked.source.slice(0, from) + text + asked.source.slice(to);
    if (readsBack(candidate, asked)) return candidate;
  }
  throw new Refused(
    `${JSON.stringify(asked.value.slice(0, 60))} cannot be written in the style of ${asked.path} (${asked.old.style})`,
    asked.old.start,
    'Put the value that is there into double quotes first.',
  );
}

function readsBack(candidate: string, { documents, old, value, format }: Asked): boolean {
  try {
    const now = onlyDifference(documents, format.read(candidate), old);
    if (now === undefined || now.text !== value) return false;
    const [before, after] = [meaningOf(old), meaningOf(now)];
    return after === before || after === 'text';
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    return false;
  }
}

const alike: ReadonlyMap<Meaning, (value: string) => boolean> = new Map([
  ['number', isNumberToAll],
  ['bool', isBoolToAll],
]);

/** A text stays a text, a number a number. */
function spellings(asked: Asked): Spelling[] {
  const { old, value, source, documents, format } = asked;
  const meaning = meaningOf(old);
  if (meaning === 'text' || (meaning === 'null' && isTextToAll(value) && value !== ''))
    return format.texts(source, old, value, usualQuote(documents));
  if (alike.get(meaning)?.(value) ?? false) return format.plain(old, value);
  throw unlike(meaning, asked);
}

const articles: Readonly<Record<Exclude<Meaning, 'text'>, string>> = {
  number: 'a number',
  bool: 'true or false',
  null: 'null, which says neither text nor number',
  unclear: 'a text to some readers and none to others',
  tagged: 'tagged for another program',
};

function unlike(meaning: Exclude<Meaning, 'text'>, { old, value, path }: Asked): Refused {
  return new Refused(
    `${path} is ${articles[meaning]} (${old.text.slice(0, 60)}), and ${JSON.stringify(value.slice(0, 60))} is not the same kind of value`,
    old.start,
    meaning === 'tagged'
      ? 'Take the tag away, or edit it by hand.'
      : 'Where it is meant as text, put it into quotes in the file first.',
  );
}

/** Of the file: what it has more of, double quotes where it has as many or none. */
function usualQuote(documents: readonly WrittenNode[]): Quote {
  const tally = { single: 0, double: 0 };
  const visit = (node: WrittenNode): void => {
    if (node.kind === 'list') node.items.forEach(visit);
    else if (node.kind === 'map') node.pairs.flat().forEach(visit);
    else if (node.kind === 'scalar' && (node.style === 'single' || node.style === 'double'))
      tally[node.style] += 1;
  };
  documents.forEach(visit);
  return tally.single > tally.double ? "'" : '"';
}
