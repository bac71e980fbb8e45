/** Locks that keep no list of what they were made from: what is locked must satisfy the manifest. */
import { byName } from '../moves/compare.ts';
import type { Parsed } from '../model.ts';
import type { Manifest } from './manifest.ts';
import { type Misfit, askMisfits, pythonMisfit } from './misfit.ts';

interface Tables {
  readonly manifest: string;
  /** All that they ask for is locked. */
  readonly whole: readonly string[];
  /** Locked where they were chosen. */
  readonly parts: readonly string[];
  readonly python?: string;
}

const tables: Readonly<Record<string, Tables>> = {
  'poetry.lock': {
    manifest: 'pyproject.toml',
    whole: ['project.dependencies', 'tool.poetry'],
    parts: ['project.optional-dependencies', 'dependency-groups'],
    python: 'python-versions',
  },
  'pdm.lock': {
    manifest: 'pyproject.toml',
    whole: ['project.dependencies'],
    parts: ['project.optional-dependencies', 'dependency-groups', 'tool.pdm.dev-dependencies'],
    python: 'requires_python',
  },
  'Pipfile.lock': { manifest: 'Pipfile', whole: ['packages'], parts: [] },
  'pixi.lock': { manifest: 'pixi.toml', whole: ['pixi'], parts: [] },
};

/** The name of the manifest beside a lock of this format. */
export function manifestOf(format: string): string | undefined {
  return tables[format]?.manifest;
}

export function plainMisfits(
  format: string,
  lock: string,
  parsed: Parsed,
  manifest: Manifest,
): readonly Misfit[] {
  const known = tables[format];
  if (known === undefined || manifest.isDynamic) return [];
  const locked = byName(parsed.entries);
  const { file } = manifest;
  const asksOf = (wheres: readonly string[]): Manifest['asks'] =>
    manifest.asks.filter(({ where, name }) => wheres.includes(where) && name !== manifest.name);
  const python = known.python === undefined ? undefined : parsed.header?.get(known.python);
  return [
    ...askMisfits(asksOf(known.whole), locked, { file, lock, isWhole: parsed.entries.length > 0 }),
    ...askMisfits(asksOf(known.parts), locked, { file, lock, isWhole: false }),
    ...pythonMisfit(manifest, python, lock),
  ];
}
