/** How the Python code of a repository reads YAML. */
import type { Dialect } from '../documents/dialect.ts';
import type { FileTree } from '../ports/index.ts';

/** Python files that read YAML, by reader. */
export interface Readers {
  readonly omegaconf: number;
  readonly pyyaml: number;
}

const byOmegaConf =
  /\b(?:OmegaConf|om)\.load\b|\bhydra\.(?:main|compose|initialize\w*)\b|\binitialize_config_\w+\b/;
const byPyYaml = /\byaml\.(?:safe_load|load|full_load|unsafe_load)(?:_all)?\b|\b(?:CSafe|Safe|Full)Loader\b/;

const maxFiles = 5000;
const maxBytes = 512 * 1024;

export async function findReaders(tree: FileTree, paths: readonly string[]): Promise<Readers> {
  const readers = { omegaconf: 0, pyyaml: 0 };
  for (const path of paths.filter((name) => name.endsWith('.py')).slice(0, maxFiles)) {
    const bytes = await tree.read(path, maxBytes).catch(() => undefined);
    const code = new TextDecoder().decode(bytes);
    if (byOmegaConf.test(code)) readers.omegaconf += 1;
    else if (byPyYaml.test(code)) readers.pyyaml += 1;
  }
  return readers;
}

/** What the code says counts more than what stands in the configs: an interpolation may be for another tool. */
export function dialectFor({ omegaconf, pyyaml }: Readers, interpolates: boolean): Dialect {
  if (omegaconf === 0) return pyyaml === 0 && interpolates ? 'omegaconf' : 'pyyaml';
  return interpolates || omegaconf > pyyaml ? 'omegaconf' : 'pyyaml';
}

/** `${model.width}`, `${.lr}`, `${oc.env:HOME}`: only OmegaConf makes something of these. `${HOME}` is for a shell. */
export function interpolates(text: string): boolean {
  return /\$\{(?:\.*[a-z_]\w*(?:\.\w+)*|[a-z_]\w*(?:\.\w+)*:[^}]*)\}/.test(text);
}
