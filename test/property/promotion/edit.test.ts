import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { loadAll } from 'js-yaml';
import { editManifest } from '../../../src/promotion/index.ts';
import {
  generateManifest,
  newValues,
  randomOf,
  type Manifest,
  type WrittenValue,
} from '../../support/manifests.ts';
import { samples, seed } from '../../support/seed.ts';

const count = samples(20_000, 500);

/** What may be edited, whatever it becomes. */
const sure: readonly WrittenValue['style'][] = ['plain', 'single', 'double', 'tagged'];
const refused: readonly WrittenValue['style'][] = ['alias', 'anchored', 'template'];

test(`${count} manifests: every byte but those of the value stays, or nothing is changed (seed ${seed})`, () => {
  const random = randomOf(seed);
  const wrong: unknown[] = [];
  const tally = { edited: 0, refused: 0 };
  for (let at = 0; at < count; at += 1) {
    const manifest = generateManifest(random, 1);
    const target = manifest.values[random.below(manifest.values.length)];
    if (target === undefined) continue;
    const value = newValues[random.below(newValues.length)] ?? '';
    const { path, document } = target;
    const edited = editManifest(manifest.text, { file: 'a.yaml', path, value, document });
    const problem = edited.ok
      ? (problemOf(manifest, target, edited.text, value) ??
        (refused.includes(target.style) ? 'not refused' : undefined))
      : sure.includes(target.style) || edited.line === undefined
        ? 'refused'
        : undefined;
    tally[edited.ok ? 'edited' : 'refused'] += 1;
    if (problem !== undefined) wrong.push({ problem, text: manifest.text, target, value, edited });
  }
  console.log(`${tally.edited} edited, ${tally.refused} refused`);
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(tally.edited).toBeGreaterThan(count * 0.5);
});

/** What of the edited text is not as it should be. */
function problemOf(
  { text }: Manifest,
  { from, to, keys, document, style }: WrittenValue,
  edited: string,
  value: string,
): string | undefined {
  const [front, after] = [text.slice(0, from), text.slice(to)];
  const around = edited.startsWith(front) && edited.endsWith(after) && edited.length >= from + after.length;
  if (!around) return 'bytes around the value differ';
  const [before, now] = [loadAll(text), loadAll(edited)];
  if (valueAt(now[document - 1], keys) !== (style === 'number' ? Number(value) : value))
    return 'another value';
  const restored = replaced(now[document - 1], keys, valueAt(before[document - 1], keys));
  return isDeepStrictEqual(now.toSpliced(document - 1, 1, restored), before)
    ? undefined
    : 'another value differs';
}

function valueAt(node: unknown, keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], node);
}

function replaced(node: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  const child = replaced((node as Record<string, unknown>)[key], rest, value);
  if (Array.isArray(node)) return (node as unknown[]).toSpliced(Number(key), 1, child);
  return { ...(node as object), [key]: child };
}
