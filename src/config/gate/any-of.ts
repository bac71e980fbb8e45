/**
 * Whether a text contains one of these names, the empty one not counted; the same answer as `includes` for each, in a time that does not grow with their number: a
 * change of a thousand configs is looked for in a thousand scripts. One pass over the text: a table says where a name could end.
 */
export function containsAnyOf(names: Iterable<string>): (text: string) => boolean {
  const endings = new Uint8Array(0x1_0000);
  const byTail = new Map<string, Tailed>();
  const short: string[] = [];
  for (const name of names)
    if (name.length < tailLength) short.push(...(name === '' ? [] : [name]));
    else {
      const tail = name.slice(-tailLength);
      endings[hashOf(tail)] = 1;
      add(byTail, tail, name);
    }
  return (text) => short.some((name) => text.includes(name)) || endsIn(text, endings, byTail);
}

/** Names with one ending, and how long they are. */
interface Tailed {
  readonly names: Set<string>;
  readonly lengths: Set<number>;
}

/** Such as `yaml`; as many characters as the hash remembers. */
const tailLength = 4;

function add(byTail: Map<string, Tailed>, tail: string, name: string): void {
  const { names, lengths } = byTail.get(tail) ?? { names: new Set<string>(), lengths: new Set<number>() };
  byTail.set(tail, { names: names.add(name), lengths: lengths.add(name.length) });
}

function endsIn(text: string, endings: Uint8Array, byTail: ReadonlyMap<string, Tailed>): boolean {
  let hash = 0;
  for (let end = 1; end <= text.length; end += 1) {
    hash = next(hash, text.charCodeAt(end - 1));
    if (endings[hash] === 1 && endsAt(text, end, byTail.get(text.slice(Math.max(0, end - tailLength), end))))
      return true;
  }
  return false;
}

function endsAt(text: string, end: number, tailed: Tailed | undefined): boolean {
  if (tailed === undefined) return false;
  for (const length of tailed.lengths)
    if (length <= end && tailed.names.has(text.slice(end - length, end))) return true;
  return false;
}

/** Of the last four characters: an earlier one is shifted out. */
function next(hash: number, code: number): number {
  return ((hash << 4) ^ code) & 0xffff;
}

function hashOf(tail: string): number {
  let hash = 0;
  for (let at = 0; at < tail.length; at += 1) hash = next(hash, tail.charCodeAt(at));
  return hash;
}
