import type { GitHub } from '#lib/github';
import type { Repository } from '#lib/git';
import { validPolicy } from '../../policy/gate/policy.ts';
import type { Report } from '../../report/model.ts';
import { flag, text } from '../../kernel/fields.ts';
import { UserError } from '../../kernel/user-error.ts';
import { currentRepository } from '../change.ts';
import { forgeOf } from '../forge.ts';
import { trunkOf } from '../trunk.ts';
import { defineVerb, type Terminal } from '../verb.ts';

export const sweepVerb = defineVerb({
  name: 'sweep',
  summary:
    'Tells which branches of closed pull requests may go, deletes them when asked to, and restores one.',
  options: {
    apply: { field: flag, help: 'Announce and delete. Without it nothing is written.' },
    restore: {
      field: text('a branch'),
      value: 'NAME',
      help: 'Create the deleted branch anew, at the tip that its last closed pull request has.',
    },
    sha: { field: text('a SHA'), value: 'SHA', help: 'With --restore: the tip, as a report names it.' },
    repository: {
      field: text('owner/name'),
      value: 'OWNER/NAME',
      help: 'Default: GITHUB_REPOSITORY, else that of the remote origin. The token is read from GITHUB_TOKEN or GH_TOKEN; for a GitHub Enterprise Server from GH_ENTERPRISE_TOKEN.',
    },
  },
  examples: ['model-gates sweep', 'model-gates sweep --apply', 'model-gates sweep --restore feature/router'],
  async run(values, _positionals, terminal) {
    const { log } = terminal;
    const repository = await currentRepository(terminal);
    const forge = await forgeOf(terminal, repository, values.repository);
    const { connect } = await import('#lib/github');
    const github = connect({ ...forge, log });
    if (values.restore === undefined)
      return { report: await sweep(values.apply === true, forge.repository, repository, github, terminal) };
    const request = {
      branch: values.restore,
      repository: forge.repository,
      ...(values.sha === undefined ? {} : { sha: fullSha(values.sha) }),
    };
    const { restoreBranch } = await import('#lib/branches');
    return { report: await restoreBranch(request, github) };
  },
});

async function sweep(
  apply: boolean,
  name: string,
  repository: Repository,
  github: GitHub,
  { log }: Terminal,
): Promise<Report> {
  const trunk = await trunkOf(repository, undefined);
  const policy = await validPolicy(repository.tree(trunk.sha), trunk.name);
  const main = await repository.remoteBranches.main();
  const trunks = [trunk.name, ...(main === undefined ? [] : [main])];
  const { sweep: settings, branches } = policy;
  const request = { settings, lines: branches.lines, repository: name, trunks, dryRun: !apply };
  const { sweepBranches } = await import('#lib/branches');
  return sweepBranches(request, { github, remove: repository.remoteBranches.remove, log, now: Date.now });
}

function fullSha(sha: string): string {
  if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(sha)) return sha;
  throw new UserError(`--sha: expected all 40 hexadecimal digits, got ${JSON.stringify(sha.slice(0, 40))}`, {
    help: 'The report of the sweep and the comment in the pull request name it in full.',
  });
}
