/** What changed in the same change and makes what a model is fed: where a person looks first. */
import { matchingPaths } from '../../kernel/matching.ts';
import { enumerate } from '../../kernel/text.ts';

export interface Beside {
  /** A sentence. */
  readonly text: string;
  /** The likeliest, where one is a config of the processor or code. */
  readonly file?: string;
}

const processors =
  /(?:^|\/)(?:preprocessor_config|video_preprocessor_config|processor_config|tokenizer|tokenizer_config|special_tokens_map|added_tokens|generation_config|vocab)\.json$|chat_template\.(?:jinja|json)$|(?:^|\/)merges\.txt$/;
const locks =
  /(?:^|\/)(?:[^/]*\.lock|pylock[^/]*\.toml|requirements[^/]*\.(?:txt|in)|pyproject\.toml|[^/]*environment[^/]*\.ya?ml|[^/]*[Dd]ockerfile[^/]*)$/;
const configs = /(?:^|\/)(?:configs?|conf|experiments?|recipes?)\/.*\.(?:ya?ml|json|toml)$/;
const code = /\.(?:py|ipynb|jinja)$/;
const most = 3;

/** `undefined` where nothing of the kind changed. */
export function besideIt(paths: readonly string[], harmless: readonly string[]): Beside | undefined {
  const passed = new Set(harmless.length === 0 ? [] : matchingPaths(paths, harmless));
  const open = paths.filter((path) => !passed.has(path));
  const found = [
    { what: 'the processor', files: open.filter((path) => processors.test(path)) },
    { what: 'packages, which detect-dep-drift judges', files: open.filter((path) => locks.test(path)) },
    { what: 'configs', files: open.filter((path) => configs.test(path) && !processors.test(path)) },
    { what: 'code', files: open.filter((path) => code.test(path) && !/(?:^|\/)tests?\//.test(path)) },
  ].filter(({ files }) => files.length > 0);
  const file = [
    found.find(({ what }) => what === 'the processor'),
    found.find(({ what }) => what === 'configs'),
    found.find(({ what }) => what === 'code'),
  ].find((one) => one !== undefined)?.files[0];
  if (found.length === 0) return undefined;
  const parts = found.map(({ what, files }) => `${what} (${named(files)})`);
  return { text: `Beside it changed ${enumerate(parts)}.`, ...(file !== undefined && { file }) };
}

function named(files: readonly string[]): string {
  const first = files.slice(0, most).join(', ');
  return files.length > most ? `${first} and ${files.length - most} more` : first;
}
