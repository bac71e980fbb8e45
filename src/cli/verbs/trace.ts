import { lineReader, openLedger, openRepository } from '#lib/git';
import { gitCommitSource } from '../../gates/lineage/commit-source.ts';
import { text } from '../../runtime/fields.ts';
import { isUserError, UserError } from '../../runtime/user-error.ts';
import { defineVerb, type Terminal } from '../verb.ts';

export const traceVerb = defineVerb({
  name: 'trace',
  positionals: 'ID',
  summary:
    'Goes from a serving version, weights, job, image, commit or request back to commit, author and pull request.',
  options: {
    remote: {
      field: text('a remote'),
      value: 'R',
      help: 'Remote, or address, that keeps the ledger. Default: origin.',
    },
  },
  examples: ['model-gates trace svc-qwen-v23', 'model-gates trace 1a2b3c4d --json'],
  async run({ remote }, [id], { cwd, log }) {
    if (id === undefined)
      throw new UserError('No id was given', { help: 'Give the id of any artifact, or a SHA.' });
    const { trace } = await import('#lib/lineage');
    const where = { cwd, log, ...(remote === undefined ? {} : { remote }) };
    const ledger = await openLedger(where);
    try {
      const commits = await commitSource(where);
      const ports = { ledger, now: Date.now, ...(commits === undefined ? {} : { commits }) };
      return { report: await trace({ id }, ports) };
    } finally {
      await ledger.close();
    }
  },
});

/** Outside of a clone the records alone tell of a commit. */
async function commitSource(where: Pick<Terminal, 'cwd' | 'log'> & { readonly remote?: string }) {
  try {
    const repository = await openRepository({ cwd: where.cwd, log: where.log });
    return gitCommitSource(repository, await lineReader({ repository, log: where.log }));
  } catch (error) {
    if (isUserError(error)) return undefined;
    throw error;
  }
}
