/** `model-gates sync`: brings the checked out branch up to date with trunk, and never loses or overwrites work. */
import { count, plural, shellWord } from '../../kernel/text.ts';
import { branchRules } from '../rules.ts';
import type { SyncGit, SyncMode } from '../../ports/sync.ts';
import type { SyncConflict } from '../../kernel/branch.ts';
import type { Finding, Report } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import type { SyncFacts } from '../index.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { Logger } from '../../ports/index.ts';

export interface SyncRequest {
  readonly trunk: string;
  readonly how: SyncMode;
  /** For messages: `origin`. */
  readonly remote: string;
}

const gate = 'sync';

/**
 * The report: `pass` when the branch now has all of trunk, `fail` with one finding a file when a person must resolve something; then the
 * merge or rebase is left under way. Throws a UserError, with nothing changed, where work could be lost.
 */
export async function syncBranch(
  request: SyncRequest,
  git: SyncGit,
  log: Logger,
): Promise<Report<SyncFacts>> {
  const { branch, sha: before } = await readyBranch(request, git);
  log.info(`Fetching ${request.trunk} from ${request.remote}`);
  const [theirs, pushed] = await git.fetch([request.trunk, branch]);
  if (theirs === undefined) throw noTrunk(request);
  const { behind } = await git.distance(theirs, before);
  const facts = { branch, trunk: request.trunk, how: request.how, before, trunkSha: theirs, behind };
  if (behind === 0) return done(`${branch} has all of ${request.trunk} already`, { ...facts, after: before });
  if (pushed !== undefined && pushed !== before) await guardPushed(pushed, facts, request, git);
  if (request.how === 'rebase') guardMerges(await git.merges(theirs), branch);
  guardFiles(await git.inTheWay(theirs), request);
  const { conflicts, after = before } = await git.bring(request.how, request.trunk);
  if (conflicts.length > 0) return stopped(branch, request, conflicts, facts);
  const verb = request.how === 'merge' ? 'merged into' : 'is now below';
  const report = done(`${commits(behind)} of ${request.trunk} ${verb} ${branch}`, { ...facts, after });
  return { ...report, findings: [pushNext(request)] };
}

/** The branch that is checked out, with nothing on it that the sync could hurt. */
async function readyBranch({ trunk }: SyncRequest, git: SyncGit): Promise<{ branch: string; sha: string }> {
  const underway = await git.underway();
  if (underway !== undefined)
    throw new UserError(`A ${underway} is under way here already; nothing was changed.`, {
      help: `Finish it with \`git ${underway} --continue\`, or give it up with \`git ${underway} --abort\`; then run model-gates sync again.`,
    });
  const { branch, sha } = await git.head();
  if (branch === undefined)
    throw new UserError(
      'No branch is checked out (detached HEAD), so there is nothing to bring up to date.',
      {
        help: 'Switch to your branch: `git switch BRANCH`.',
      },
    );
  if (branch === trunk)
    throw new UserError(`${branch} is trunk itself.`, {
      help: 'Use `git pull --ff-only`; or switch to the branch that is to be brought up to date.',
    });
  const dirty = await git.uncommitted();
  if (dirty.length > 0)
    throw new UserError(`There is work that is not committed: ${some(dirty)}. Nothing was changed.`, {
      help: 'Commit it (`git commit -a`), or put it aside (`git stash`) and take it back afterwards (`git stash pop`).',
    });
  return { branch, sha };
}

/** Commits that someone else pushed to this branch must come first: a rebase would leave them out, and a push would be refused. */
async function guardPushed(
  pushed: string,
  { branch, before }: Known,
  { remote, how }: SyncRequest,
  git: SyncGit,
): Promise<void> {
  const { behind } = await git.distance(pushed, before);
  if (behind === 0) return;
  throw new UserError(
    `${remote} has ${commits(behind)} of ${branch} that this clone lacks; nothing was changed.`,
    {
      help: `Take them first: \`git pull --${how === 'merge' ? 'no-rebase' : 'rebase'}\`; then run model-gates sync again.`,
    },
  );
}

/** A rebase leaves merge commits out, and with them what somebody resolved there. */
function guardMerges(merges: number, branch: string): void {
  if (merges === 0) return;
  throw new UserError(
    `${branch} has ${count(merges, 'merge commit')}, and a rebase would lose what was resolved in ${plural(merges, 'it', 'them')}; nothing was changed.`,
    { help: 'Merge this time: `model-gates sync --how merge`.' },
  );
}

function guardFiles(files: readonly string[], { trunk }: SyncRequest): void {
  if (files.length === 0) return;
  throw new UserError(
    `Files that git does not keep here would be overwritten: ${some(files)}. Nothing was changed.`,
    {
      help: `${trunk} or a commit of yours has files of the same names: move yours away, or remove them, first.`,
    },
  );
}

function noTrunk({ trunk, remote }: SyncRequest): UserError {
  return new UserError(`${remote} has no branch ${trunk}.`, {
    help: 'Name the main branch: `model-gates sync --trunk NAME`, or `trunk: NAME` in the policy.',
  });
}

type Known = Omit<SyncFacts, 'after' | 'conflicts'>;

function stopped(
  branch: string,
  { trunk, how }: SyncRequest,
  conflicts: readonly SyncConflict[],
  facts: Known,
): Report<SyncFacts> {
  const next = how === 'merge' ? '`git merge --continue`' : '`git rebase --continue`';
  return makeReport({
    gate,
    verdict: 'fail',
    title: `${count(conflicts.length, 'file')} to resolve by hand before ${branch} has all of ${trunk}`,
    findings: conflicts.map(({ path, line, kind }) =>
      branchRules['sync-conflict'].finding({
        file: path,
        ...(line === undefined ? {} : { line }),
        message: `${kind}: ${branch} and ${trunk} disagree.`,
        help: `Edit it to what it should be, then \`git add\` it.`,
      }),
    ),
    facts: { ...facts, after: null, conflicts },
    sections: [
      {
        kind: 'list',
        title: 'What now',
        open: true,
        items: [
          `Resolve each file, \`git add\` it, then ${next}.`,
          `Or go back to where you were: \`${wayBack(how, conflicts)}\`. Nothing is lost either way, and nothing was pushed.`,
        ],
      },
    ],
  });
}

/** Where a file of one side is a folder of the other, git cannot go back over what it wrote itself. */
function wayBack(how: SyncRequest['how'], conflicts: readonly SyncConflict[]): string {
  const abort = `git ${how} --abort`;
  const paths = conflicts.map(({ path }) => path);
  const isMovedAside = paths.some((aside) =>
    paths.some((path) => path.startsWith(`${aside.replace(/~[^/]*$/, '')}/`)),
  );
  return isMovedAside ? `rm -f -- ${paths.map(shellWord).join(' ')} && ${abort}` : abort;
}

function done(title: string, facts: Omit<SyncFacts, 'conflicts'>): Report<SyncFacts> {
  return makeReport({ gate, title, facts: { ...facts, conflicts: [] } });
}

/** This command never pushes: a rebase needs a push that says what it expects to replace. */
function pushNext({ how }: SyncRequest): Finding {
  return branchRules.synced.finding({
    message: 'Nothing was pushed yet.',
    help:
      how === 'merge'
        ? 'Run your tests, then `git push`.'
        : 'Run your tests, then `git push --force-with-lease --force-if-includes`.',
  });
}

function some(files: readonly string[]): string {
  const more = files.length - 5;
  return more > 0 ? `${files.slice(0, 5).join(', ')} and ${more} more` : files.join(', ');
}

function commits(number: number): string {
  return count(number, 'commit');
}
