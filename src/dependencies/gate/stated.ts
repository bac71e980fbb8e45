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

function botOf({ author, headBranch, bots, botBranches }: DependencySettings): string | undefined {
  if (author !== undefined && bots.some((bot) => bot.toLowerCase() === author.toLowerCase())) return author;
  const isBotBranch =
    headBranch !== undefined && botBranches.length > 0 && picomatch([...botBranches])(headBranch);
  return isBotBranch ? headBranch : undefined;
}
