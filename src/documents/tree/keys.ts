import { type Entry, type ScalarNode, scalarText } from './node.ts';

/** Equal for keys that are equal in Python, where 1 == 1.0 == True. */
export function keyIdentity(key: ScalarNode): string {
  if (key.type === 'bool') return `number:${Number(key.value)}`;
  if (key.type === 'int') return `number:${key.value}`;
  if (key.type === 'float') return floatIdentity(key.value, key.start);
  return `${key.type}:${scalarText(key)}`;
}

/** NaN equals nothing, not even itself; an integral float equals the int of its exact value. */
function floatIdentity(value: number, start: number): string {
  if (Number.isNaN(value)) return `nan:${start}`;
  return `number:${Number.isInteger(value) ? BigInt(value) : value}`;
}

/** The names of a mapping's keys, which are added to `entries` one after another: one name for all keys that are equal in Python. */
export class KeyNames {
  private readonly entries: ReadonlyMap<string, Entry>;
  /** Of keys that are not text, or whose text is taken. */
  private readonly known = new Map<string, string>();

  constructor(entries: ReadonlyMap<string, Entry>) {
    this.entries = entries;
  }

  nameOf(key: ScalarNode): string {
    if (key.type === 'str') {
      const holder = this.entries.get(key.value)?.key;
      if (holder === undefined || (holder.type === 'str' && holder.value === key.value)) return key.value;
    }
    const identity = keyIdentity(key);
    const name = this.known.get(identity) ?? keyName(key, this.entries);
    this.known.set(identity, name);
    return name;
  }
}

/** The key as a step of a path; keys that differ in Python but not in text get their type in front. */
function keyName(key: ScalarNode, taken: ReadonlyMap<string, unknown>): string {
  const text = scalarText(key);
  if (!taken.has(text)) return text;
  let name = `${key.type} ${text}`;
  while (taken.has(name)) name += "'";
  return name;
}
