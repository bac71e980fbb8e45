import { configRules } from '../rules/rules.ts';
import {
  configDefaults,
  readRegistry,
  type Registry,
  registryChangeFindings,
  registryChanges,
  type RegistryResult,
} from '../index.ts';
import type { Finding } from '../../report/model.ts';
import { concerns } from './select.ts';
import type { FileTree, Ports } from '../../ports/index.ts';

export interface Registries {
  readonly head: Registry | undefined;
  readonly base: Registry | undefined;
  readonly findings: readonly Finding[];
}

/** Registries are small; a larger file is not a registry. */
const maxBytes = 8 * 1024 * 1024;

/** The registry at head, that of the merge base, and what this change does to it. */
export async function readRegistries(file: string, { change }: Ports): Promise<Registries> {
  const changed = change.files.some((changed) => concerns(changed, file));
  const head = await registryIn(change.head, file);
  const base = changed ? await registryIn(change.base, file) : head;
  if (head === undefined && base === undefined && file !== configDefaults.registry) {
    return { head: undefined, base: undefined, findings: [absent(file)] };
  }
  return {
    head: head?.registry,
    base: base?.registry,
    findings: [...(head?.findings ?? []), ...changeFindings(file, head, changed ? base : undefined)],
  };
}

async function registryIn(tree: FileTree, file: string): Promise<RegistryResult | undefined> {
  const bytes = await tree.read(file, maxBytes);
  return bytes === undefined ? undefined : readRegistry(bytes, file);
}

function changeFindings(
  file: string,
  head: RegistryResult | undefined,
  base: RegistryResult | undefined,
): Finding[] {
  if (base === undefined) return [];
  if (head === undefined) return [removed(file)];
  if (base.registry === undefined || head.registry === undefined) return [];
  return registryChangeFindings(registryChanges(base.registry, head.registry), head.document);
}

/** The default path may be empty; a path that someone chose is meant. */
function absent(file: string): Finding {
  return configRules['registry-invalid'].finding({
    message: 'there is no such registry of parameters',
    file,
    help: 'correct the path, or add the file: model-gates config --write-registry derives one',
  });
}

function removed(file: string): Finding {
  return configRules['registry-invalid'].finding({
    message: 'this change removes the registry: nothing would be registered any more',
    file,
    help: 'keep the registry; to move it, change its path in the policy first',
  });
}
