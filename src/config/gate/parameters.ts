import { dialectOf } from '../../documents/dialect.ts';
import { type ConfigDocument, type ConfigSettings, readDocument } from '../index.ts';
import type { FileTree } from '../../ports/index.ts';
import { type ConfigNode, type Path, pathText, scalarText } from '../../documents/tree/node.ts';
import { policyPath } from '../../kernel/policy-path.ts';
import { composeEntry } from './compositions.ts';
import { declaredEntries } from './declared.ts';
import { launchedBy } from './find-entries.ts';
import { LaunchRepository } from './launch-repository.ts';

/**
 * The values of a run by their paths, as text: of `scripts/train.sh:14`, of a config that makes a run with others or by itself, or of
 * a run that the policy declares. `undefined` where it cannot be composed. Values that are known only when it runs are left out.
 */
export async function runParameters(
  entry: string,
  tree: FileTree,
  settings: ConfigSettings,
): Promise<ReadonlyMap<string, string> | undefined> {
  const document = await documentOf(entry, tree, settings);
  if (document?.root === undefined) return undefined;
  const values = new Map<string, string>();
  collect(document.root, [], values);
  return values;
}

function collect(node: ConfigNode, path: Path, values: Map<string, string>): void {
  if (node.type === 'dict')
    for (const { name, value } of node.entries.values()) collect(value, [...path, name], values);
  else if (node.type === 'list')
    for (const [at, item] of node.items.entries()) collect(item, [...path, at], values);
  else if (node.type !== 'unknown' && values.size < maxValues) values.set(pathText(path), scalarText(node));
}

const maxValues = 10_000;

async function documentOf(
  entry: string,
  tree: FileTree,
  settings: ConfigSettings,
): Promise<ConfigDocument | undefined> {
  const [, script, line] = /^(.+):(\d+)$/.exec(entry) ?? [];
  if (script !== undefined)
    return (await launchedBy(script, Number(line), tree, settings))?.runs[0]?.document;
  const declared = new RegExp(String.raw`^${policyPath} runs\[(\d+)\]$`).exec(entry)?.[1];
  if (declared !== undefined) {
    const entries = await declaredEntries(settings.runs, await LaunchRepository.open(tree), { settings });
    return entries.find((each) => each.entry.entry === entry)?.runs[0]?.document;
  }
  const composed = await composeEntry(entry, [], tree);
  if (composed !== undefined) return composed;
  const bytes = await tree.read(entry);
  return bytes === undefined
    ? undefined
    : readDocument(bytes, { file: entry, dialect: dialectOf(entry, settings) });
}
