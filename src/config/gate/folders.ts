import {
  type ConfigDocument,
  folderFiles,
  folderFindings,
  type ModelFolder,
  readTokenizer,
  indexFile,
  readShardIndex,
  templateFile,
  type Tokenizer,
  vocabularyFile,
} from '../index.ts';
import { aroundRules } from '../rules/around-rules.ts';
import type { Finding } from '../../report/model.ts';
import { folderOf, joined, type Neighbours } from './neighbours.ts';

/** A vocabulary of half a million tokens has 40 MB. */
const maxTokenizerBytes = 64 * 1024 * 1024;
/** More folders than this are not a change of models. */
const maxFolders = 200;

/** What the model folders of these files say against themselves; each folder once. */
export async function judgeFolders(files: readonly string[], neighbours: Neighbours): Promise<Finding[]> {
  const judged = files.filter((path) => isOfFolder(path));
  const folders = [...new Set(judged.map((path) => folderOf(path)))].slice(0, maxFolders);
  const findings: Finding[] = [];
  for (const folder of folders) findings.push(...(await judgeFolder(folder, new Set(judged), neighbours)));
  return findings;
}

function isOfFolder(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === 'config.json' || folderFiles.includes(name);
}

async function judgeFolder(
  folder: string,
  judged: ReadonlySet<string>,
  neighbours: Neighbours,
): Promise<Finding[]> {
  const names = [
    'config.json',
    ...folderFiles.filter((name) => name.endsWith('.json') && name !== vocabularyFile && name !== indexFile),
  ];
  const documents: [string, NonNullable<Awaited<ReturnType<Neighbours['document']>>>][] = [];
  for (const name of names) {
    const document = await neighbours.document(joined(folder, name));
    if (document !== undefined) documents.push([name, document]);
  }
  // one file alone is judged by itself
  const tokenizer = await tokenizerOf(joined(folder, vocabularyFile), judged, neighbours);
  const template = await neighbours.bytes(joined(folder, templateFile));
  const index = await indexOf(joined(folder, indexFile), judged, neighbours);
  const model: ModelFolder = {
    documents: new Map(documents),
    ...(tokenizer.read === undefined ? {} : { tokenizer: tokenizer.read }),
    ...(index.read === undefined ? {} : { index: index.read }),
    ...(template === undefined
      ? {}
      : { template: { file: joined(folder, templateFile), text: new TextDecoder().decode(template) } }),
    judged,
  };
  return [
    ...tokenizer.findings,
    ...index.findings,
    ...documents.flatMap(([, document]) => noMapping(document, judged)),
    ...folderFindings(model),
  ];
}

/** JSON that is not a mapping says nothing of a model; of null the config itself says so. */
function noMapping({ file, root }: ConfigDocument, judged: ReadonlySet<string>): Finding[] {
  if (root === undefined || root.type === 'dict' || root.type === 'NoneType') return [];
  return [unreadable(file, judged, `it is a ${root.type}, not a mapping`, 'write a JSON object')];
}

async function indexOf(
  path: string,
  judged: ReadonlySet<string>,
  neighbours: Neighbours,
): Promise<{ readonly read?: ModelFolder['index']; readonly findings: readonly Finding[] }> {
  const bytes = await neighbours.bytes(path, maxTokenizerBytes);
  if (bytes === undefined) return { findings: [] };
  const read = readShardIndex(new TextDecoder().decode(bytes));
  if (typeof read !== 'string') return { read: { ...read, file: path }, findings: [] };
  return {
    findings: [
      unreadable(path, judged, `the index of the weights: ${read}`, 'save it again with save_pretrained'),
    ],
  };
}

function unreadable(file: string, judged: ReadonlySet<string>, message: string, help: string): Finding {
  const severity = judged.has(file) ? 'error' : 'notice';
  return aroundRules['folder-file-unreadable'].finding({ severity, file, message, help });
}

async function tokenizerOf(
  path: string,
  judged: ReadonlySet<string>,
  neighbours: Neighbours,
): Promise<{ readonly read?: Tokenizer; readonly findings: readonly Finding[] }> {
  const bytes = await neighbours.bytes(path, maxTokenizerBytes);
  if (bytes === undefined) return { findings: [] };
  const read = readTokenizer(new TextDecoder().decode(bytes), path);
  if (typeof read !== 'string') return { read, findings: [] };
  const message = `the tokenizer cannot be read: ${read}`;
  return { findings: [unreadable(path, judged, message, 'save it again with save_pretrained')] };
}
