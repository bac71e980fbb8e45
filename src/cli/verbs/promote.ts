import { choice, exactText, flag, integer, text } from '../../kernel/fields.ts';
import { nearest } from '../../kernel/near.ts';
import { enumerate } from '../../kernel/text.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { Target } from '../../policy/index.ts';
import { judgedAs, judgedWords } from '../../promotion/settings.ts';
import { editNamedManifest } from '../manifest.ts';
import { openPromotion, type OpenedPromotion } from '../promotion.ts';
import { defineVerb, type OptionValues, type Outcome, type Terminal } from '../verb.ts';

const options = {
  to: { field: text('a target'), value: 'TARGET', help: 'The target, as the policy on trunk names it.' },
  weight: {
    field: integer({ min: 1, max: 100 }),
    value: 'N',
    help: 'Share of the traffic in percent. Default: the next step of the ladder that is due.',
  },
  'dry-run': {
    field: flag,
    help: 'Write nothing; with --manifest: print the edited file, and nothing else.',
  },
  judge: {
    field: choice(judgedWords),
    value: 'WORD',
    help: 'What the judge says of the step before: success, failure or inconclusive, or a verdict of compare.',
  },
  digest: {
    field: text('a digest'),
    value: 'D',
    help: 'Digest of what is to be deployed, to be compared with the recorded one.',
  },
  force: {
    field: flag,
    help: 'Promote it although evidence is missing; needs --reason, and an approver of the target.',
  },
  reason: { field: text(), value: 'TEXT', help: 'Why it is forced, or rolled back. It is recorded.' },
  approver: {
    field: text('a login'),
    value: 'LOGIN',
    help: 'With --force: the approver. Default: GITHUB_ACTOR.',
  },
  rollback: {
    field: text('a target'),
    value: 'TARGET',
    help: 'Put back what stood in the manifests before, byte for byte.',
  },
  check: {
    field: flag,
    help: 'Tell whether the manifests say what serves by the ledger; --to for one target alone.',
  },
  remote: {
    field: text('a remote'),
    value: 'R',
    help: 'Remote with the manifests, the policy and the ledger. Default: origin.',
  },
  manifest: { field: text('a path'), value: 'FILE', help: 'The editor alone: a YAML or JSON file.' },
  path: {
    field: text('a path'),
    value: 'P',
    help: 'With --manifest: the value, such as spec.containers[name=app].image or metadata.annotations["a.b/c"].',
  },
  value: {
    field: exactText,
    value: 'V',
    help: 'With --manifest: what is to stand there. A text stays a text, a number a number.',
  },
  document: {
    field: integer({ min: 1 }),
    value: 'N',
    help: 'With --manifest: which document of the file, from 1. Default: the only one that has the path.',
  },
} as const;

type Values = OptionValues<typeof options>;

export const promoteVerb = defineVerb({
  name: 'promote',
  positionals: 'VERSION',
  summary:
    'Moves what serves to a version, by its manifests in git and only with its evidence; rolls back; edits one value.',
  options,
  examples: [
    'model-gates promote qwen3-vl-sft-7781 --to prod --dry-run',
    'model-gates promote qwen3-vl-sft-7781 --to prod --weight 25 --judge success',
    'model-gates promote --rollback prod --reason "slow answers"',
    'model-gates promote --check',
    'model-gates promote --manifest deploy/prod/model.yaml --path spec.predictor.model.storageUri --value s3://models/qwen/v2.4.0 --dry-run',
  ],
  async run(values, [version, ...others], terminal) {
    const asked = modeOf(values, version);
    if (others.length > 0)
      throw usage(`one version is promoted at a time, got ${JSON.stringify(others[0])} too`);
    if (asked === 'manifest') return edit(values, terminal);
    const opened = await openPromotion(terminal, values.remote);
    try {
      return { report: await run(asked, values, version ?? '', opened) };
    } finally {
      await opened.close();
    }
  },
});

type Mode = 'manifest' | 'rollback' | 'check' | 'promote';

function modeOf({ manifest, path, value, rollback, check, to }: Values, version: string | undefined): Mode {
  const isEditor = manifest !== undefined || path !== undefined || value !== undefined;
  const modes: readonly (readonly [Mode, boolean])[] = [
    ['manifest', isEditor],
    ['rollback', rollback !== undefined],
    ['check', check === true],
    ['promote', version !== undefined],
  ];
  const [mode, second] = modes.filter(([, given]) => given).map(([name]) => name);
  if (mode === undefined) throw usage('nothing says what to do');
  if (second !== undefined)
    throw usage(
      `${mode === 'manifest' ? '--manifest' : `--${mode}`} and ${second === 'promote' ? 'a version' : `--${second}`} are two things to do`,
    );
  if (mode === 'promote' && to === undefined) throw usage('no target was named: --to TARGET');
  return mode;
}

function usage(message: string): UserError {
  return new UserError(message, {
    help: 'Give a version with --to TARGET, or --rollback TARGET, or --check, or --manifest FILE --path P --value V. See model-gates promote --help.',
  });
}

function edit(
  { manifest, path, value, document, 'dry-run': dryRun }: Values,
  terminal: Terminal,
): Promise<Outcome> {
  if (manifest === undefined || path === undefined || value === undefined)
    throw new UserError('--manifest, --path and --value belong together', {
      help: 'Give all three. See model-gates promote --help.',
    });
  return editNamedManifest({ manifest, path, value, document, dryRun: dryRun === true }, terminal);
}

async function run(
  mode: Exclude<Mode, 'manifest'>,
  values: Values,
  version: string,
  { ports, targets }: OpenedPromotion,
) {
  const { to, rollback, reason = '', weight, digest, judge } = values;
  const dryRun = values['dry-run'] === true;
  const { promote, rollBack, checkDrift } = await import('#lib/promotion');
  if (mode === 'check')
    return checkDrift(to === undefined ? [...targets.values()] : [targetNamed(to, targets)], dryRun, ports);
  const target = targetNamed(rollback ?? to ?? '', targets);
  if (mode === 'rollback') return rollBack({ target, reason, dryRun }, ports);
  const force = values.force === true ? { by: values.approver ?? ports.by, reason } : undefined;
  return promote(
    {
      version,
      target,
      weight,
      dryRun,
      digest,
      force,
      judged: judge === undefined ? undefined : judgedAs(judge),
    },
    ports,
  );
}

function targetNamed(name: string, targets: ReadonlyMap<string, Target>): Target {
  const target = targets.get(name);
  if (target !== undefined) return target;
  const meant = nearest(name, targets.keys());
  const known =
    targets.size === 0
      ? 'It names none: add a section `targets`.'
      : `It names ${enumerate([...targets.keys()])}.`;
  throw new UserError(`the policy on trunk has no target ${JSON.stringify(name)}`, {
    help: meant === undefined ? known : `Did you mean ${meant}?`,
  });
}
