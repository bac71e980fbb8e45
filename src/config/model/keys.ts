import { type ScalarNode, scalarText } from './node.ts';

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

/** The key as a step of a path; keys that differ in Python but not in text get their type in front. */
export function keyName(key: ScalarNode, taken: ReadonlyMap<string, unknown>): string {
  const text = scalarText(key);
  if (!taken.has(text)) return text;
  let name = `${key.type} ${text}`;
  while (taken.has(name)) name += "'";
  return name;
}
