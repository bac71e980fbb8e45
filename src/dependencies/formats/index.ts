import type { Format } from '../model.ts';
import { pyproject } from './pyproject.ts';
import { requirements } from './requirements.ts';
import { uvLock } from './uv-lock.ts';

/** Every format that the gate reads; the first that supports a path takes it. */
export const formats: readonly Format[] = [uvLock, pyproject, requirements];

export function formatOf(path: string): Format | undefined {
  return formats.find((format) => format.supports(path));
}

/** The format of a file with a name of its own, by how its text starts; for files that a person named. */
export function sniffFormat(path: string, text: string): Format | undefined {
  const head = text.slice(0, 20_000);
  return (
    signs.find(([sign]) => sign.test(head))?.[1] ?? (/\.(?:txt|in)$/.test(path) ? requirements : undefined)
  );
}

const signs: readonly (readonly [RegExp, Format])[] = [
  [/^version = 1\s[\s\S]*?^\[\[package\]\]/m, uvLock],
  [/^\[project\]|^\[tool\./m, pyproject],
];
