/** The registry that `init` writes: from configs, and from what the repository's own runs add. */
import type { ConfigDocument } from '../../documents/document.ts';
import type { FileTree } from '../../ports/index.ts';
import type { RunFacts } from '../facts.ts';
import { deriveRegistry, derivedSlips } from '../registry/derive.ts';
import { readRegistry } from '../registry/read.ts';
import type { SecondTypes } from '../registry/second-types.ts';
import type { Slip } from '../registry/slips.ts';
import type { JudgedEntry } from '../runs/run.ts';
import type { ConfigSettings } from '../settings.ts';
import { readEntries } from './entries.ts';
import { elsewhere, findEntries, type FoundEntries } from './find-entries.ts';
import { LaunchRepository } from './launch-repository.ts';
import { secondTypes } from './second-types.ts';

export interface FirstRegistry extends SecondTypes {
  /** YAML. */
  readonly text: string;
  /** Names that it leaves out. */
  readonly slips: readonly Slip[];
  /** What starts runs, what is not judged included. */
  readonly entries: readonly RunFacts[];
}

/** Derived from the configs; a type that runs use beside it is added where the code of the repository says that it takes it. */
export async function firstRegistry(
  tree: FileTree,
  documents: readonly ConfigDocument[],
  settings: ConfigSettings,
): Promise<FirstRegistry> {
  const repository = await LaunchRepository.open(tree);
  const found = await findEntries(tree, settings, repository);
  const { entries, declared } = found;
  const { registry } = await readRegistry(deriveRegistry(documents, declared), settings.registry);
  const second =
    registry === undefined || registry.parameters.size === 0
      ? { widened: new Map(), asked: [] }
      : await secondTypes(registry, await allRuns(found, repository, settings), repository, isOwn);
  return {
    ...second,
    text: deriveRegistry(documents, declared, second.widened),
    slips: derivedSlips(documents, declared),
    entries,
  };
}

/** Those of tests too, which a change of what they run judges. */
async function allRuns(
  { judged }: FoundEntries,
  repository: LaunchRepository,
  settings: ConfigSettings,
): Promise<JudgedEntry[]> {
  const all = [...judged];
  for (const path of repository.launchFiles().filter((each) => !isOwn(each))) {
    const { entries } = await readEntries(path, repository, { settings });
    all.push(...entries);
  }
  return all;
}

function isOwn(path: string): boolean {
  return !elsewhere.test(path);
}
