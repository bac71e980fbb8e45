/** `model-gates init`: the first policy, registry and workflow of a repository, made from what is there. */
import { visibleMatcher } from '../kernel/globs.ts';
import type { RunFacts, Slip, StandingFaults } from '../config/index.ts';
import { configDefaults, type RuleSetting } from '../config/settings.ts';
import { count, plural } from '../kernel/text.ts';
import { policySchemaUrl } from '../kernel/product.ts';
import { policyPath } from '../policy/index.ts';
import { type Choices, defaultChoices, type InitPart, questions, quoted } from './choices.ts';
import { type Configs, findConfigs } from './configs.ts';
import { editorFiles } from './editor.ts';
import type { InitFile } from './file.ts';
import { fingerprintFile } from './inputs.ts';
import { modeText, policySections } from './rules.ts';
import { typeNotes } from './second-types.ts';
import { hotfixWorkflow, mergeWorkflow, nightlyWorkflow, pullRequestWorkflow } from './workflows.ts';
import { decisionNotes, type Measured, measuredIn, resultsText } from './looks.ts';
import type { FileTree } from '../ports/index.ts';

/** Files that judge this repository at once, each with what it was made from. Nothing is written. `recorded`: what the ledger has of trunk's evaluations. */
export async function initialFiles(
  tree: FileTree,
  trunk: string,
  choices: Choices = defaultChoices,
  recorded?: Measured['recorded'],
): Promise<InitFile[]> {
  const { firstRegistry, standingFaultsOf } = await import('#lib/config');
  const paths = await tree.list();
  const configs = await findConfigs(tree);
  const measured = await measuredIn(tree, paths.filter(resultFiles), recorded);
  const first = await firstRegistry(tree, configs.documents, { ...configDefaults, files: [] });
  const { text: registry, entries, slips } = first;
  const faults = await standingFaultsOf(configs.documents, registry, {
    ...configDefaults,
    dialect: configs.dialect,
    rules: firstRules,
  });
  const policyOf = (chosen: Choices) => policyText(trunk, configs, faults, measured, chosen);
  const hotfix = choices.parts.has('hotfix');
  return [
    {
      path: policyPath,
      content: policyOf(choices),
      variants: otherChoices(choices).map(policyOf),
      note: [policyNote(configs, faults, measured), ...entriesNote(entries)].join('; '),
      details: decisionNotes(measured, choices),
    },
    {
      path: configDefaults.registry,
      content: registry,
      note:
        configs.documents.length === 0
          ? 'no config was found: register parameters by hand'
          : [
              `from ${count(configs.documents.length, 'config file')}, read as ${readerWords(configs)}`,
              ...slips.map(slipNote),
            ].join('; '),
      details: typeNotes(first),
    },
    {
      path: '.github/workflows/model-gates.yml',
      content: pullRequestWorkflow(trunk, hotfix),
      variants: [pullRequestWorkflow(trunk, !hotfix)],
      note: 'runs every gate on each pull request',
    },
    ...(await fingerprintFile(tree, paths)),
    ...workflows(trunk, choices),
    ...(choices.parts.has('editor')
      ? await editorFiles((await ownRegistry(tree)) ?? registry, configs.globs)
      : []),
  ];
}

/** The registry that is there already, which init keeps: editors must not refuse what it allows. */
async function ownRegistry(tree: FileTree): Promise<string | undefined> {
  const bytes = await tree.read(configDefaults.registry).catch(() => undefined);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

/** Those of the parts that were chosen. */
function workflows(trunk: string, choices: Choices): InitFile[] {
  const all: readonly (readonly [InitPart, string])[] = [
    ['merge', mergeWorkflow(trunk)],
    ['nightly', nightlyWorkflow()],
    ['hotfix', hotfixWorkflow(trunk, choices)],
  ];
  return all
    .filter(([part]) => choices.parts.has(part))
    .map(([part, content]) => ({
      path: `.github/workflows/model-${part}.yml`,
      content,
      note: questions[part].keeps,
    }));
}

const policyParts: readonly InitPart[] = ['branches', 'labels', 'hotfix'];

/** Every answer to what changes the policy, with the same people. */
function otherChoices(choices: Choices): Choices[] {
  const subsets = policyParts.reduce<InitPart[][]>(
    (sets, part) => sets.flatMap((set) => [set, [...set, part]]),
    [[]],
  );
  const people = [choices.managers, defaultChoices.managers];
  return people.flatMap((managers) =>
    (['paired', 'strict'] as const).flatMap((mode) =>
      subsets.map((parts) => ({ ...choices, managers, mode, parts: new Set(parts) })),
    ),
  );
}

/** What starts runs, as far as it is judged. */
function entriesNote(entries: readonly RunFacts[]): string[] {
  if (entries.length === 0) return [];
  const missed = entries.filter(({ judged }) => !judged);
  const [first] = missed;
  const all = `${count(entries.length, 'run')} in scripts`;
  if (first === undefined) return [`${all}, all judged`];
  return [
    `${all}, ${missed.length} of them not judged, such as ${first.entry}: ${first.reason ?? ''} (model-gates config --entries lists them)`,
  ];
}

function slipNote({ path, meant, files }: Slip): string {
  return `${path} of ${files.slice(0, 3).join(', ')} is left out: a slip of ${meant}?`;
}

/** The dialect, and what shows it. */
function readerWords({ dialect, readers }: Configs): string {
  const files = dialect === 'omegaconf' ? readers.omegaconf : readers.pyyaml;
  return `${dialect} reads them${files === 0 ? '' : `, as ${count(files, 'Python file')} here ${plural(files, 'does', 'do')}`}`;
}

const resultFiles = visibleMatcher(['**/{evals,eval_results,results}/**/*.{jsonl,csv}']);

function policyNote({ documents }: Configs, { faulty }: StandingFaults, { globs }: Measured): string {
  const parts = [documents.length === 0 ? 'no config found' : count(documents.length, 'config')];
  if (faulty.length > 0) {
    const which = `${faulty.slice(0, 3).join(', ')}${faulty.length > 3 ? ', …' : ''}`;
    parts.push(`${faulty.length} of them with errors, which count once a change touches them: ${which}`);
  }
  parts.push(
    globs.length === 0
      ? 'no evaluation results found: name them under regression'
      : `results in ${globs.join(', ')}`,
  );
  return parts.join('; ');
}

function policyText(
  trunk: string,
  configs: Configs,
  { habits }: StandingFaults,
  measured: Measured,
  choices: Choices,
): string {
  const globs = configs.globs.length === 0 ? configDefaults.files : configs.globs;
  return `# Policy of model-gates. It is read from the base commit: a change to it applies after its merge.
# yaml-language-server: $schema=${policySchemaUrl}
trunk: ${quoted(trunk)}

config:
  files:
${globs.map((glob) => `    - ${quoted(glob)}`).join('\n')}
  # How the training code reads YAML: pyyaml (yaml.safe_load), omegaconf (Hydra, LLaMA-Factory, verl) or yaml-1.2.
  dialect: ${configs.dialect}
  registry: ${configDefaults.registry}
  # A parameter that is not registered fails the gate; false: it warns.
  strict: true
  rules:
    # A name like a registered one fails; one that is new warns until somebody has gone through the registry. Then take this out.
${rulesText(habits, configs.documents.length)}
dependencies:
  # Watched beside torch, transformers, tokenizers, numpy and the others of the default list.
  also-watch: []

# A program that writes what the model is fed for a few dozen fixed samples shows a slip in preprocessing (docs/inputs.md):
# inputs:
#   command: python fingerprint.py --out {out}

regression:
${resultsText(measured, choices)}${modeText(choices)}  tolerance: 0.5
  margin: 2
  unit: points
${policySections(choices)}`;
}

/** What the first policy says of rules, whatever the configs have. */
const firstRules: Readonly<Record<string, RuleSetting>> = {
  'config/unregistered-parameter': {
    severity: 'warning',
    reason: 'the registry is derived and not yet reviewed',
  },
};

/** What many configs do that are in use is let through too, said aloud: the gate is for the next mistake. */
function rulesText(habits: StandingFaults['habits'], all: number): string {
  const ofHabits = Array.from(habits, ([rule, files]): [string, RuleSetting] => [
    rule,
    { severity: 'warning', reason: `${files} of ${all} configs had such when the gates began` },
  ]);
  return [...Object.entries(firstRules), ...ofHabits]
    .map(([rule, { severity, reason }]) => `    ${rule}: { severity: ${severity}, reason: ${reason} }\n`)
    .join('');
}
