/**
 * Whether a text contains one of these names, the empty one not counted; the same answer as `includes` for each, in a time that does not grow with their number: a
 * change of a thousand configs is looked for in a thousand scripts.
 */
export function containsAnyOf(names: Iterable<string>): (text: string) => boolean {
  const byTail = new Map<string, Tailed>();
  for (const name of names) {
    if (name === '') continue;
    const tail = name.slice(-tailLength);
    const known = byTail.get(tail) ?? { names: new Set<string>(), lengths: new Set<number>() };
    byTail.set(tail, known);
    known.names.add(name);
    known.lengths.add(name.length);
  }
  return (text) => [...byTail].some(([tail, tailed]) => endsIn(text, tail, tailed));
}

/** Names with one ending, and how long they are. */
interface Tailed {
  readonly names: Set<string>;
  readonly lengths: Set<number>;
}

/** Such as `.yaml`: few of all names, and few places of a text. */
const tailLength = 5;

function endsIn(text: string, tail: string, { names, lengths }: Tailed): boolean {
  for (let at = text.indexOf(tail); at >= 0; at = text.indexOf(tail, at + 1)) {
    const end = at + tail.length;
    for (const length of lengths) if (length <= end && names.has(text.slice(end - length, end))) return true;
  }
  return false;
}
