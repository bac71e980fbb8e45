import picomatch from 'picomatch';

import { type DependencySettings, type Stated, allowLines, trailerLines } from '../index.ts';
import type { Ports } from '../../ports/index.ts';
import type { Source } from './files.ts';

/** What people stated: lines of the allow file at either end, commit trailers, and the policy's bots. */
export async function statedIntent(
  settings: DependencySettings,
  ports: Ports,
  { base, head }: { base: Source; head: Source },
): Promise<Stated> {
  const [baseText, headText, commits] = await Promise.all([
    base.text(settings.allowFile),
    head.text(settings.allowFile),
    ports.change.commits(),
  ]);
  const moves = [
    ...allowLines(headText ?? '', settings.allowFile),
    ...allowLines(baseText ?? '', `${settings.allowFile} of the base`),
    ...commits.flatMap(({ message, sha }) => trailerLines(message, sha)),
  ];
  return { moves, bot: botOf(settings) };
}

/** Whom the policy lets move packages. A login without an App behind it may be anybody's, and so may the name of a branch. */
function botOf(settings: DependencySettings): string | undefined {
  const { author, authorId, bot, headBranch, bots, botBranches } = settings;
  if (author === undefined || bot !== true) return undefined;
  if (bots.some((name) => name === String(authorId) || sameName(name, author))) return author;
  const isBotBranch =
    headBranch !== undefined && botBranches.length > 0 && picomatch([...botBranches])(headBranch);
  return isBotBranch && !sameName(author, workflows) ? `${author} on ${headBranch}` : undefined;
}

/** Whoever may push a workflow speaks as this one. */
const workflows = 'github-actions[bot]';

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
