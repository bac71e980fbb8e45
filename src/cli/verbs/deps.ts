import { dependencyTable } from '../../dependencies/settings.ts';
import { dependencyGate, runGate } from '../../check/definitions.ts';
import { withFindings } from '../../report/make.ts';
import { text } from '../../kernel/fields.ts';
import { UserError } from '../../kernel/user-error.ts';
import { currentRepository, openBranch, openFolders, pathTree, type OpenedChange } from '../change.ts';
import { applyAll, fixOptions } from '../fixing.ts';
import { optionOf } from '../option-of.ts';
import { defineVerb, type Terminal } from '../verb.ts';

const reference = text('a commit, branch or tag');

export const depsVerb = defineVerb({
  name: 'deps',
  summary: 'Tells which packages moved and fails when a watched one changed without being requested.',
  options: {
    base: {
      field: reference,
      value: 'REF',
      help: 'Compare with the merge base of REF and the head. Default: the main branch.',
    },
    head: { field: reference, value: 'REF', help: 'Judge this commit instead of the files on disk.' },
    before: {
      field: text('a path'),
      value: 'PATH',
      help: 'Compare this lock file, or folder with locks and manifests, …',
    },
    after: { field: text('a path'), value: 'PATH', help: '… with this one, without git.' },
    watch: optionOf(dependencyTable.watch),
    'also-watch': optionOf(dependencyTable['also-watch']),
    'allow-file': optionOf(dependencyTable['allow-file']),
    ...fixOptions,
  },
  examples: [
    'model-gates deps --base main',
    'model-gates deps --fix',
    'model-gates deps --before old/uv.lock --after uv.lock --watch torch,transformers',
  ],
  async run(values, _positionals, terminal) {
    const { base, head, before, after, fix, 'fix-uncommitted': uncommitted, ...settings } = values;
    const judge = async () => {
      const { ports, policy } = await open(terminal, { base, head, before, after });
      const given = { values: settings, over: 'policy' as const };
      const report = await runGate(dependencyGate, given, policy.policy, ports);
      return withFindings(report, policy.findings);
    };
    if (fix !== true) return { report: await judge() };
    if (head !== undefined || before !== undefined || after !== undefined)
      throw new UserError(
        '--fix edits files of this branch on disk, and --head, --before and --after name others.',
        {
          help: 'Give --base alone.',
        },
      );
    const { root } = await currentRepository(terminal);
    return applyAll({ judge, root, uncommitted: uncommitted === true }, terminal);
  },
});

interface Sides {
  readonly base: string | undefined;
  readonly head: string | undefined;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

async function open(terminal: Terminal, sides: Sides): Promise<OpenedChange> {
  const { base, head, before, after } = sides;
  if (before === undefined && after === undefined) return openBranch(terminal, base, head);
  if (before === undefined || after === undefined || base !== undefined || head !== undefined) {
    throw new UserError('--before and --after go together, without --base and --head.', {
      help: 'See model-gates deps --help.',
    });
  }
  return openFolders(terminal, await pathTree(before), await pathTree(after));
}
