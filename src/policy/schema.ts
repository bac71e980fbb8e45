/** What a policy may say, all of it: loaded only where there is one to read. */
import { configTable } from '../config/settings.ts';
import { consequences, dependencyTable } from '../dependencies/settings.ts';
import { inputTable } from '../inputs/settings.ts';
import { regressionTable } from '../regression/settings.ts';
import { signaturesTable } from '../signatures/settings.ts';
import { partialSection, section, settings } from '../kernel/settings.ts';
import { flag, globs, list, name, named, path, type JsonSchema } from '../kernel/kinds.ts';
import { gateNames } from './gate-names.ts';
import { policySections } from './sections.ts';
import { entitled, versioningTable } from './settings.ts';
import { targetDefinition, targetsKind } from './targets.ts';

export const policyTable = settings({
  trunk: {
    kind: name,
    description: "Name of the main branch. Default: the repository's default branch.",
  },
  policies: {
    kind: list(path, { max: 100 }),
    description:
      "Paths of other policies that a workflow's input `policy` may name, for a repository of several models. Default: none.",
  },
  gates: {
    kind: named(gateNames, flag),
    default: {},
    description: 'Turns a gate off (false). The report says so each time.',
  },
  config: {
    kind: partialSection(configTable),
    default: {},
    description: 'What validate-model-config judges and how.',
  },
  dependencies: {
    kind: partialSection(dependencyTable),
    default: {},
    description: 'What detect-dep-drift watches and how it judges.',
  },
  inputs: {
    kind: partialSection(inputTable),
    default: {},
    description: 'What detect-input-drift compares.',
  },
  regression: {
    kind: partialSection(regressionTable),
    default: {},
    description: 'What regression-gate compares and how it decides.',
  },
  versioning: { kind: partialSection(versioningTable), default: {}, description: 'How tags are named.' },
  targets: {
    kind: targetsKind,
    description: 'What serves where, and by which manifests promote-model moves it.',
  },
  signatures: {
    kind: section(signaturesTable),
    description: 'Whose signatures of models and builds count.',
  },
  ...policySections,
});

let published: JsonSchema | undefined;

/** What a policy may say; published as schema/policy.schema.json. Always the same object: it is compiled once. */
export function policySchema(): JsonSchema {
  return (published ??= makeSchema());
}

function makeSchema(): JsonSchema {
  const definitions = [entitled, name, path, globs, consequences, targetDefinition];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://model-gates.example/schema/policy.schema.json',
    title: 'model-gates policy',
    description:
      'Which gates judge a change, and by which thresholds. Read from the base commit. Everything has a default: an empty file works.',
    ...section(policyTable).schema(),
    type: ['object', 'null'],
    $defs: Object.fromEntries(definitions.map(({ definition }) => definition())),
  };
}
