import { type ConfigSettings, looksLikeModelConfig } from '../index.ts';
import { configRules } from '../rules/rules.ts';
import { globMatcher } from '../../kernel/globs.ts';
import { count } from '../../kernel/text.ts';
import type { Ports } from '../../ports/index.ts';
import type { Finding } from '../../report/model.ts';
import type { Neighbours } from './neighbours.ts';

/** What a config could be, and where it is none of a training: tests, documentation, others' code, GitHub's own files. */
const mayBe = /\.(?:ya?ml|json|toml)$/;
const elsewhere =
  /(?:^|\/)(?:tests?|testdata|fixtures|docs?|node_modules|third_party|vendor|\.[^/]+)\/|(?:^|\/)(?:package(?:-lock)?\.json|pyproject\.toml)$/;
const maxFiles = 40;
const maxBytes = 128 * 1024;

/** Changed files that set what configs set, and that no glob of the policy takes: one notice names them. `read`: what judged runs read. */
export async function leftOut(
  { files, only, registry, schema }: ConfigSettings,
  read: ReadonlySet<string>,
  neighbours: Neighbours,
  { change }: Pick<Ports, 'change'>,
): Promise<Finding[]> {
  if (only !== undefined && only.length > 0) return [];
  const taken = globMatcher(files.filter((glob) => !glob.startsWith('!')));
  const asked = change.files.filter(
    ({ path, status, submodule }) =>
      status !== 'deleted' &&
      submodule === undefined &&
      mayBe.test(path) &&
      !elsewhere.test(path) &&
      path !== registry &&
      path !== schema &&
      // what a glob behind ! takes out is meant so
      !taken(path) &&
      !read.has(path),
  );
  const found: string[] = [];
  for (const { path } of asked.slice(0, maxFiles)) {
    if ((await neighbours.bytes(path, maxBytes)) === undefined) continue;
    const document = await neighbours.document(path);
    if (document !== undefined && looksLikeModelConfig(document)) found.push(path);
  }
  const [file] = found;
  if (file === undefined) return [];
  const others = found.length === 1 ? '' : ` and ${count(found.length - 1, 'other changed file')}`;
  const asSet = JSON.stringify([...files, ...found.slice(0, 5)]);
  return [
    configRules['not-taken'].finding({
      file,
      message: `no glob of the policy takes ${file}${others}: what configs set was not judged there`,
      // the whole list: what a policy sets takes the place of the default
      help: `set config.files in the policy to ${asSet}; with "!" before a file that is not a config`,
    }),
  ];
}
