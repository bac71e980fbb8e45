/** A trunk with results in files, without git. */
import type { TrunkGit } from '../../../src/locate/gate/trunk.ts';
import { locateMerge, type LocatePorts, type LocateRequest } from '../../../src/locate/gate/locate.ts';
import { readResultFiles } from '../../../src/locate/gate/result-files.ts';
import type { LocateFacts } from '../../../src/locate/index.ts';
import type { Report } from '../../../src/report/model.ts';
import { memoryTree } from '../trees.ts';

/** Invented SHAs, oldest first. */
export function shasOf(commits: number): string[] {
  return Array.from({ length: commits }, (_, at) =>
    ((at + 1) * 2654435761).toString(16).padStart(10, '0').repeat(4),
  );
}

/** `merges`: places of commits with several parents. */
export function trunkGit(
  shas: readonly string[],
  messages: Readonly<Record<number, string>> = {},
  merges: readonly number[] = [],
): TrunkGit {
  const at = (sha: string): number => shas.indexOf(sha);
  return {
    resolve: (name) => Promise.resolve(name === 'HEAD' ? (shas.at(-1) ?? '') : name),
    isShallow: () => Promise.resolve(false),
    firstParents: (sha, most) =>
      Promise.resolve(
        shas
          .slice(0, at(sha) + 1)
          .toReversed()
          .slice(0, most),
      ),
    commits: (base, head) =>
      Promise.resolve(
        shas
          .slice(at(base) + 1, at(head) + 1)
          .toReversed()
          .map((sha) => ({
            sha,
            author: 'Ada',
            message: messages[at(sha)] ?? `Change (#${at(sha)})`,
            ...(merges.includes(at(sha)) && { isMerge: true }),
          })),
      ),
  };
}

/** Plain rows of right and wrong. */
export function rowsText(values: Iterable<number>): string {
  return [...values].map((score, id) => JSON.stringify({ id, score })).join('\n');
}

/** Runs the gate over files of a folder, each named after its commit. */
export function locateIn(
  files: Readonly<Record<string, string>>,
  shas: readonly string[],
  request: LocateRequest = {},
  pattern = '{sha}.jsonl',
  more: Partial<LocatePorts> = {},
): Promise<Report<LocateFacts>> {
  const tree = memoryTree(files);
  return locateMerge(request, {
    git: trunkGit(shas),
    results: (commits, take) => readResultFiles(pattern, commits, tree, {}, take),
    now: () => 0,
    ...more,
  });
}
