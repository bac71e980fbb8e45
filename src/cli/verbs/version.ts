import { versioningTable } from '../../policy/settings.ts';
import type { Repository } from '#lib/git';
import { commitsSinceRelease } from '../../releases/gate/commits-since.ts';
import { validPolicy } from '../../policy/gate/policy.ts';
import type { Tag, TagStore } from '../../ports/tags.ts';
import { versionRules } from '../../releases/rules.ts';
import { withFindings } from '../../report/make.ts';
import type { Finding } from '../../report/model.ts';
import { isUserError } from '../../kernel/user-error.ts';
import { systemClock } from '../../kernel/clock.ts';
import { text } from '../../kernel/fields.ts';
import { currentRepository } from '../change.ts';
import { optionOf } from '../option-of.ts';
import { defineVerb } from '../verb.ts';

export const versionVerb = defineVerb({
  name: 'version',
  positionals: '[REF]',
  summary: 'Names the version of a commit, and claims its tag when asked to.',
  options: {
    claim: {
      field: text('a tag'),
      value: 'TAG',
      help: 'Claim this tag for the commit; an error when it names another.',
    },
    next: {
      field: text('a line'),
      value: 'vX.Y',
      help: 'Claim the next patch of this line, or patch, minor, major, conventional.',
    },
    'pre-release': {
      field: text('a word'),
      value: 'WORD',
      help: 'The next number is a pre-release: rc, beta, alpha.',
    },
    prefix: optionOf(versioningTable.prefix),
    remote: {
      field: text('a remote'),
      value: 'R',
      help: 'Read the tags of this remote. Default: those of the clone; origin for a claim and in a shallow clone.',
    },
  },
  examples: ['model-gates version', 'model-gates version --claim v2.3.1', 'model-gates version --next v2.3'],
  async run({ claim, next, 'pre-release': preRelease, ...values }, [ref = 'HEAD'], terminal) {
    const repository = await currentRepository(terminal, values.remote);
    const sha = await repository.resolve(ref);
    const { versioning } = await validPolicy(repository.tree(sha), ref);
    const prefix = values.prefix ?? versioning.prefix ?? '';
    const { branch } = await repository.head();
    const { tags, unread } = await tagsOf(repository, [claim, next, values.remote]);
    const { paths } = versioning;
    const request = {
      sha,
      prefix,
      committedAt: await repository.commitDate(sha),
      since: (known: readonly Tag[]) =>
        commitsSinceRelease({ sha, prefix, ...(paths === undefined ? {} : { paths }) }, known, {
          tree: repository.tree(sha),
          between: repository.commits,
        }),
      ...(claim === undefined ? {} : { claim }),
      ...(next === undefined ? {} : { next }),
      ...(preRelease === undefined ? {} : { preRelease }),
      ...(branch === undefined ? {} : { branch }),
    };
    const { emitVersion } = await import('../../releases/gate/emit-version-tag.ts');
    const report = await emitVersion(request, {
      tags,
      log: terminal.log,
      clock: systemClock,
      contains: repository.contains,
      published: repository.remoteBranches.contain,
    });
    return { report: withFindings(report, unread()) };
  },
});

interface ReadTags {
  readonly tags: TagStore;
  /** Why the tags of the remote are not known, once they were asked for. */
  readonly unread: () => Finding[];
}

/**
 * The clone's own tags tell a version offline. Those that everyone shares are asked for a claim, where a remote is named, and by a
 * clone that has few tags of its own or none: a shallow one, or one made with `--no-tags`.
 */
async function tagsOf(repository: Repository, asked: readonly (string | undefined)[]): Promise<ReadTags> {
  const store = repository.tagStore();
  const known = { tags: store, unread: () => [] };
  if (asked.some((one) => one !== undefined)) return known;
  const hasRemote = (await repository.remoteBranches.url()) !== undefined;
  if (hasRemote && (await repository.isShallow())) return known;
  const own = await repository.tags('');
  if (own.length > 0 || !hasRemote) return { ...known, tags: { ...store, list: repository.tags } };
  const problems: Finding[] = [];
  const list = (prefix: string) =>
    store.list(prefix).catch((error: unknown) => {
      if (!isUserError(error)) throw error;
      problems.push(unreadTags(error.message));
      return [];
    });
  return { tags: { ...store, list }, unread: () => problems };
}

function unreadTags(why: string): Finding {
  return versionRules['tags-unread'].finding({
    message: `This clone has no tags, and those of the remote could not be read: ${why}`,
    help: 'Run `git fetch --tags`, or this again where the remote can be reached.',
  });
}
