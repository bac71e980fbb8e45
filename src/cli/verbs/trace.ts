import { gitCommitSource } from '../../gates/lineage/commit-source.ts';
import { lineRange } from '../../gates/lineage/line-range.ts';
import type { DiffPorts } from '../../gates/lineage/diff.ts';
import { exportFormats } from '../../lineage/settings.ts';
import { choice, flag, text } from '../../runtime/fields.ts';
import { version } from '../../runtime/product.ts';
import { isUserError, UserError } from '../../runtime/user-error.ts';
import { currentLedger, currentRepository, openBranch } from '../change.ts';
import { defineVerb, type Terminal } from '../verb.ts';

export const traceVerb = defineVerb({
  name: 'trace',
  positionals: 'ID',
  summary: 'Goes from a serving version, weights, job, image or request back to commit, author and line.',
  options: {
    diff: { field: text('an id'), value: 'ID', help: 'Tell what changed from ID, the first, to this one.' },
    file: {
      field: text('a path'),
      value: 'PATH',
      help: 'Who changed this file since the version served before.',
    },
    line: { field: lineRange, value: 'N[-M]', help: 'Only these lines of the file.' },
    since: {
      field: text('an id'),
      value: 'ID',
      help: 'Compare lines with this version instead of the one before.',
    },
    reproduce: { field: flag, help: 'What repeats the training job exactly, and what is missing for that.' },
    export: {
      field: choice(exportFormats),
      value: 'FORMAT',
      help: 'Print the chain as JSON for another tool: openlineage, cdevents, slsa-provenance, test-result, oci-labels, model-card.',
    },
    repository: {
      field: text('owner/name'),
      value: 'NAME',
      help: 'Repository in an export. Default: as recorded.',
    },
    remote: {
      field: text('a remote'),
      value: 'R',
      help: 'Remote, or address, that keeps the ledger. Default: origin.',
    },
  },
  examples: [
    'model-gates trace svc-qwen-v23',
    'model-gates trace svc-qwen-v22 --diff svc-qwen-v23',
    'model-gates trace svc-qwen-v23 --file configs/qwen3_vl_30b.yaml --line 14',
    'model-gates trace job-7781 --reproduce',
    'model-gates trace svc-qwen-v23 --export openlineage',
  ],
  async run({ remote, diff, file, line, since, reproduce, export: format, repository }, [id], terminal) {
    if (id === undefined)
      throw new UserError('No id was given', { help: 'Give the id of any artifact, or a SHA.' });
    if (file === undefined && (line !== undefined || since !== undefined))
      throw new UserError('--line and --since need --file', { help: 'See model-gates trace --help.' });
    const { exportTrace, trace, traceDiff } = await import('#lib/lineage');
    const ledger = await currentLedger(terminal, remote);
    try {
      if (format !== undefined) {
        const serverUrl = terminal.environment['GITHUB_SERVER_URL'] || 'https://github.com';
        const named = repository === undefined ? {} : { repository };
        return {
          text: await exportTrace({ id, format, serverUrl, version, ...named }, { ledger, now: Date.now }),
        };
      }
      const ports: DiffPorts = { ledger, now: Date.now, ...(await cloneSources(terminal)) };
      if (diff !== undefined) return { report: await traceDiff(id, diff, ports) };
      const lines = file === undefined ? {} : { lines: linesOf(file, line, since) };
      return { report: await trace({ id, reproduce: reproduce ?? false, ...lines }, ports) };
    } finally {
      await ledger.close();
    }
  },
});

function linesOf(path: string, lines: readonly [number, number] | undefined, since: string | undefined) {
  return { path, ...(lines === undefined ? {} : { lines }), ...(since === undefined ? {} : { since }) };
}

/** Outside of a clone the records alone tell of a commit. */
async function cloneSources(terminal: Terminal): Promise<Pick<DiffPorts, 'commits' | 'lines' | 'compare'>> {
  try {
    const repository = await currentRepository(terminal);
    const { lineReader } = await import('#lib/git');
    const lines = await lineReader({ repository, log: terminal.log });
    const compare = async (before: string, after: string) => {
      const { compareCode } = await import('#lib/lineage');
      const { ports, policy } = await openBranch(terminal, before, after);
      return compareCode(policy.policy, ports);
    };
    return { commits: gitCommitSource(repository, lines), lines, compare };
  } catch (error) {
    if (isUserError(error)) return {};
    throw error;
  }
}
