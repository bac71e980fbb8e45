/** Files that are configs because those beside them are: a slip may leave too few words that are known. */
import type { ConfigDocument } from '../config/index.ts';
import { groupBy } from '../kernel/group.ts';

/** How many configs of a folder must be alike before another file there counts. */
const enough = 3;
/** The share of its keys that such a file has from one of them. */
const share = 0.5;

/** Paths beside several configs of the same ending, which are none so far. */
export function besideConfigs(configs: readonly ConfigDocument[], paths: readonly string[]): string[] {
  const counts = groupBy(configs, ({ file }) => placeOf(file));
  const known = new Set(configs.map(({ file }) => file));
  return paths.filter((path) => !known.has(path) && (counts.get(placeOf(path))?.length ?? 0) >= enough);
}

/** Whether it has half of its keys, two at least, from one of the configs beside it. */
export function isLikeSibling(document: ConfigDocument, configs: readonly ConfigDocument[]): boolean {
  const keys = keysOf(document);
  return configs
    .filter(({ file }) => placeOf(file) === placeOf(document.file))
    .some((config) => {
      const others = keysOf(config);
      const common = [...keys].filter((key) => others.has(key)).length;
      return common >= 2 && common >= keys.size * share;
    });
}

function keysOf({ root }: ConfigDocument): ReadonlySet<string> {
  return new Set(root?.type === 'dict' ? Array.from(root.entries.values(), ({ name }) => name) : []);
}

/** The folder and the ending. */
function placeOf(file: string): string {
  return `${file.slice(0, file.lastIndexOf('/') + 1)}*${file.slice(file.lastIndexOf('.'))}`;
}
