/** Locks that keep no list of what they were made from: what is locked must satisfy the manifest. */
import { byName } from '../moves/compare.ts';
import type { Parsed } from '../model.ts';
import type { Manifest } from './manifest.ts';
import { type Misfit, askMisfits, pythonMisfit } from './misfit.ts';

interface Tables {
  /** The first that is there. */
  readonly manifests: readonly string[];
  /** All that they ask for is locked. */
  readonly whole: readonly string[];
  /** Locked where they were chosen. */
  readonly parts: readonly string[];
  readonly python?: string;
  /** It may be made of something else than the manifest beside it: then nothing that the manifest asks for is in it. */
  readonly mayBeOfOthers?: true;
}

const tables: Readonly<Record<string, Tables>> = {
  'poetry.lock': {
    manifests: ['pyproject.toml'],
    whole: ['project.dependencies', 'tool.poetry'],
    parts: ['project.optional-dependencies', 'dependency-groups'],
    python: 'python-versions',
  },
  'pdm.lock': {
    manifests: ['pyproject.toml'],
    whole: ['project.dependencies'],
    parts: ['project.optional-dependencies', 'dependency-groups', 'tool.pdm.dev-dependencies'],
    python: 'requires_python',
  },
  'Pipfile.lock': { manifests: ['Pipfile'], whole: ['packages'], parts: [] },
  'pixi.lock': { manifests: ['pixi.toml', 'pyproject.toml'], whole: ['pixi'], parts: ['pixi.feature'] },
  'conda-lock.yml': { manifests: ['environment.yml', 'environment.yaml'], whole: ['conda'], parts: [] },
  'pylock.toml': {
    manifests: ['pyproject.toml'],
    whole: ['project.dependencies'],
    parts: ['project.optional-dependencies', 'dependency-groups'],
    mayBeOfOthers: true,
  },
};

/** Names of the manifest beside a lock of this format, the first that is there counts; none of formats that are not compared. */
export function manifestsOf(format: string): readonly string[] {
  return tables[format]?.manifests ?? [];
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
  const whole = asksOf(known.whole);
  const isOwn = known.mayBeOfOthers !== true || whole.some(({ name }) => locked.has(name));
  if (!isOwn) return [];
  const python = known.python === undefined ? undefined : parsed.header?.get(known.python);
  return [
    ...askMisfits(whole, locked, { file, lock, isWhole: parsed.entries.length > 0 }),
    ...askMisfits(asksOf(known.parts), locked, { file, lock, isWhole: false }),
    ...pythonMisfit(manifest, python, lock),
  ];
}
