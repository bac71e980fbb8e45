import {
  type ConfigDocument,
  deepspeedReferences,
  kindOfConfig,
  modelReferences,
  pairFindings,
  placesOf,
  type OtherTree,
} from '../index.ts';
import type { Finding } from '../../report/model.ts';
import { folderOf, joined, type Neighbours } from './neighbours.ts';

/** The config.json of each model that a config names, where it is a folder of this repository. */
export async function modelsNamedBy(document: ConfigDocument, neighbours: Neighbours): Promise<OtherTree[]> {
  const found: OtherTree[] = [];
  for (const { value, within } of modelReferences(document.root)) {
    for (const place of placesOf(value, folderOf(document.file))) {
      const file = joined(place, 'config.json');
      if (file === document.file || !(await neighbours.has(file))) continue;
      const named = await neighbours.document(file);
      if (named !== undefined) found.push({ file, root: named.root, within });
      break;
    }
  }
  return found;
}

/** Files of a folder that are looked through for the other half of a run. */
const maxFiles = 60;

/** Where a trainer's config and the DeepSpeed or accelerate file of its run disagree, at the judged one. */
export async function pairsOf(
  document: ConfigDocument,
  judged: ReadonlySet<string>,
  neighbours: Neighbours,
): Promise<Finding[]> {
  const kind = kindOfConfig(document);
  if (kind === undefined) return [];
  const linked =
    kind === 'trainer'
      ? await filesNamedBy(document, neighbours)
      : await trainersNaming(document, neighbours);
  const others = linked.length > 0 ? linked : await onlyOther(document, kind, neighbours);
  return (
    others
      // where both are judged it is the other file that says so
      .filter(({ file }) => kind !== 'trainer' || !judged.has(file))
      .flatMap((other) => pairFindings(document, other, linked.length > 0))
  );
}

async function filesNamedBy(document: ConfigDocument, neighbours: Neighbours): Promise<ConfigDocument[]> {
  const found: ConfigDocument[] = [];
  for (const { value } of deepspeedReferences(document.root)) {
    for (const path of placesOf(value, folderOf(document.file))) {
      if (!(await neighbours.has(path))) continue;
      const named = await neighbours.document(path);
      if (named !== undefined) found.push(named);
      break;
    }
  }
  return found;
}

/** Trainers in this folder, the one above and those beside it that name the file. */
async function trainersNaming(document: ConfigDocument, neighbours: Neighbours): Promise<ConfigDocument[]> {
  const folder = folderOf(document.file);
  const folders = [...new Set([folder, folderOf(folder), ...(await neighbours.beside(folder))])];
  const found: ConfigDocument[] = [];
  for (const candidate of folders) {
    for (const other of await configsIn(candidate, neighbours)) {
      const names = deepspeedReferences(other.root).flatMap(({ value }) => placesOf(value, candidate));
      if (names.includes(document.file)) found.push(other);
    }
    if (found.length > 20) break;
  }
  return found;
}

/** The other half, where the folder has one trainer and one file of the launcher. */
async function onlyOther(
  document: ConfigDocument,
  kind: ReturnType<typeof kindOfConfig>,
  neighbours: Neighbours,
): Promise<ConfigDocument[]> {
  if (kind === 'trainer' && !(await hasLauncher(folderOf(document.file), neighbours))) return [];
  const all = await configsIn(folderOf(document.file), neighbours);
  const others = all.filter(({ file }) => file !== document.file);
  const kinds = [...others.map(kindOfConfig), kind].filter((one) => one !== undefined);
  if (kinds.length !== 2 || kinds.filter((one) => one === 'trainer').length !== 1) return [];
  return others.filter((other) => kindOfConfig(other) !== undefined);
}

/** Words without which a file is neither DeepSpeed's nor accelerate's. */
const launcherWords = /zero_optimization|train_micro_batch_size_per_gpu|distributed_type|compute_environment/;

/** Most folders hold trainers' configs alone: their files need not be read as configs. */
async function hasLauncher(folder: string, neighbours: Neighbours): Promise<boolean> {
  const paths = (await neighbours.in(folder)).filter((path) => /\.(?:ya?ml|json)$/.test(path));
  if (paths.length > maxFiles) return false;
  const found = await Promise.all(paths.map((path) => neighbours.mentions(path, launcherWords)));
  return found.includes(true);
}

async function configsIn(folder: string, neighbours: Neighbours): Promise<ConfigDocument[]> {
  const paths = (await neighbours.in(folder)).filter((path) => /\.(?:ya?ml|json)$/.test(path));
  if (paths.length > maxFiles) return [];
  const documents = await Promise.all(paths.map((path) => neighbours.document(path)));
  return documents.filter((document) => document !== undefined);
}
