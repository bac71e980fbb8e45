import { versioningTable } from '../../policy/settings.ts';
import type { Repository } from '#lib/git';
import { messagesSinceRelease } from '../../releases/gate/messages-since.ts';
import { loadPolicy } from '../../policy/gate/policy.ts';
import type { TagStore } from '../../ports/tags.ts';
import { emitVersion } from '../../releases/gate/emit-version-tag.ts';
import { systemClock } from '../../kernel/clock.ts';
import { text } from '../../kernel/fields.ts';
import { policyPath } from '../../policy/index.ts';
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
    const { policy } = await loadPolicy(repository.tree(sha), policyPath);
    const prefix = values.prefix ?? policy.versioning.prefix ?? '';
    const { branch } = await repository.head();
    const tags = await tagsOf(repository, [claim, next, values.remote]);
    const request = {
      sha,
      prefix,
      committedAt: await repository.commitDate(sha),
      messages: () => messagesSinceRelease(sha, prefix, tags, repository.commits),
      ...(claim === undefined ? {} : { claim }),
      ...(next === undefined ? {} : { next }),
      ...(preRelease === undefined ? {} : { preRelease }),
      ...(branch === undefined ? {} : { branch }),
    };
    return { report: await emitVersion(request, { tags, log: terminal.log, clock: systemClock }) };
  },
});

/**
 * The clone's own tags tell a version offline. Those that everyone shares are asked for a claim, where a remote is named,
 * and by a shallow clone, which has few tags of its own.
 */
async function tagsOf(repository: Repository, asked: readonly (string | undefined)[]): Promise<TagStore> {
  const store = repository.tagStore();
  const shared =
    asked.some((one) => one !== undefined) ||
    ((await repository.isShallow()) && (await repository.remoteBranches.url()) !== undefined);
  return shared ? store : { ...store, list: repository.tags };
}
