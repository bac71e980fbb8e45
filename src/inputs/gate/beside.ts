/** What changed in the same change and makes what a model is fed: where a person looks first. */
import { matchingPaths } from '../../kernel/matching.ts';
import { enumerate, shown } from '../../kernel/text.ts';
import type { ChangeSet, FileTree } from '../../ports/index.ts';

export interface Beside {
  /** A sentence. */
  readonly text: string;
  /** The likeliest, where one is a config of the processor or code; the first line that is another. */
  readonly place?: { readonly file: string; readonly line: number };
}

const processors =
  /(?:^|\/)(?:preprocessor_config|video_preprocessor_config|processor_config|tokenizer|tokenizer_config|special_tokens_map|added_tokens|generation_config|vocab)\.json$|chat_template\.(?:jinja|json)$|(?:^|\/)merges\.txt$/;
const locks =
  /(?:^|\/)(?:[^/]*\.lock|pylock[^/]*\.toml|requirements[^/]*\.(?:txt|in)|pyproject\.toml|[^/]*environment[^/]*\.ya?ml|[^/]*[Dd]ockerfile[^/]*)$/;
const configs = /(?:^|\/)(?:configs?|conf|experiments?|recipes?)\/.*\.(?:ya?ml|json|toml)$/;
const code = /\.(?:py|ipynb|jinja)$/;
const most = 3;

type Sides = Pick<ChangeSet, 'base' | 'head'>;

/** `undefined` where nothing of the kind changed. */
export async function besideIt(change: ChangeSet, harmless: readonly string[]): Promise<Beside | undefined> {
  const paths = change.files.map(({ path }) => path);
  const passed = new Set(harmless.length === 0 ? [] : matchingPaths(paths, harmless));
  const open = paths.filter((path) => !passed.has(path));
  const processor = open.filter((path) => processors.test(path));
  const config = open.filter((path) => configs.test(path) && !processors.test(path));
  const program = open.filter((path) => code.test(path) && !/(?:^|\/)tests?\//.test(path));
  const found = [
    { what: 'the processor', files: processor },
    { what: 'packages, which detect-dep-drift judges', files: open.filter((path) => locks.test(path)) },
    { what: 'configs', files: config },
    { what: 'code', files: program },
  ].filter(({ files }) => files.length > 0);
  if (found.length === 0) return undefined;
  const parts = await Promise.all(
    found.map(async ({ what, files }) => `${what} (${await named(files, change)})`),
  );
  const [file] = [...processor, ...config, ...program];
  const place = file === undefined ? {} : { place: { file, line: (await changedLine(file, change)) ?? 1 } };
  return { text: `Beside it changed ${enumerate(parts)}.`, ...place };
}

/** `data/loader.py:14, data/collate.py:3`. */
async function named(files: readonly string[], change: Sides): Promise<string> {
  const first = await Promise.all(
    files.slice(0, most).map(async (file) => {
      const line = await changedLine(file, change);
      return `${shown(file)}${line === undefined ? '' : `:${line}`}`;
    }),
  );
  return `${first.join(', ')}${files.length > most ? ` and ${files.length - most} more` : ''}`;
}

/** Most bytes of a file of which the line is looked for. */
const mostBytes = 4 * 1024 * 1024;

/** The first line that is another than at the merge base, from 1; `undefined` for a file that is gone or cannot be read. */
async function changedLine(file: string, { base, head }: Sides): Promise<number | undefined> {
  const [before = [], after] = [await linesOf(base, file), await linesOf(head, file)];
  const at = after?.findIndex((line, index) => line !== before[index]) ?? -1;
  return at === -1 ? after?.length : at + 1;
}

async function linesOf(tree: FileTree, file: string): Promise<string[] | undefined> {
  const bytes = await tree.read(file, mostBytes).catch(() => undefined);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes).split('\n');
}
