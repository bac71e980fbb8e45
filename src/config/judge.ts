import { configRules } from './rules/rules.ts';
import type { Finding } from '../report/model.ts';
import { changeClass, type ChangeClass, type ValueChange, valueChanges } from './change/classify.ts';
import { type Checkpoint, checkpointFindings } from './checkpoint/findings.ts';
import { shapeChangeFinding } from './checkpoint/shape-changes.ts';
import { unknownShapeFindings } from './checkpoint/unknown-shapes.ts';
import {
  type CountedModel,
  countModels,
  defaultSizeFindings,
  firstSummary,
  isOfUnknownFamily,
  uncountedFindings,
} from './size/counted.ts';
import type { ConfigDocument } from '../documents/document.ts';
import { type Path, pathText, type PythonType } from '../documents/tree/node.ts';
import { withOwnLoader } from './text/own-loader.ts';
import { emptiedFindings, noParametersFindings } from './text/no-parameters.ts';
import { checkAgainstRegistry } from './registry/check.ts';
import { missingLines } from './registry/derive.ts';
import { type ParameterKind, parameterAt, type Registry } from './registry/registry.ts';
import { isTuningName } from './registry/tuning.ts';
import { structuralFindings } from './change/structural.ts';
import { withoutEffect } from './change/without-effect.ts';
import { checkRules } from './rules/check.ts';
import { crossFieldRules } from './rules/table.ts';
import { withHistory } from './change/history.ts';
import { moduleFindings } from './rules/modules.ts';
import type { OtherTree } from './rules/training-view.ts';
import { applyOverrides } from './rules/overrides.ts';
import type { ConfigSettings } from './settings.ts';
import { type ModelSize, type ModelSummary, sizeOf } from './size/summary.ts';
import { type TeamSchema, teamSchemaFindings } from './team-schema.ts';
import { checkExpressions } from './expression/check.ts';
import { expectedCountFindings } from './size/expected.ts';
import { findHazards } from './text/hazards.ts';

export interface JudgeInput {
  readonly head: ConfigDocument;
  /** The file at the merge base; absent for a new one. */
  readonly base?: ConfigDocument;
  readonly registry?: Registry;
  /** The registry at the merge base: it says what is structural, so that a change cannot call itself tuning. */
  readonly baseRegistry?: Registry;
  readonly settings: ConfigSettings;
  /** The team's own JSON Schema. */
  readonly schema?: TeamSchema;
  /** The checkpoint that the config must fit, if it is a model's. */
  readonly checkpoint?: Checkpoint;
  /** Files that the config names: the models that it trains or serves. */
  readonly others?: readonly OtherTree[];
  /** What the gate found by holding it against files beside it. */
  readonly besides?: readonly Finding[];
  /** Paths (as `pathText`) of texts that the framework reads as numbers itself. */
  readonly readAnew?: ReadonlySet<string>;
  /** Other files complete it: only its text and its names are judged, the rest with the runs that it is a part of. */
  readonly isFragment?: boolean;
}

export interface FileJudgement {
  readonly file: string;
  readonly findings: readonly Finding[];
  /** None of a new file: all of it is new. */
  readonly changes: readonly ValueChange[];
  readonly change: ChangeClass;
  /** It was not there at the merge base. */
  readonly isNew: boolean;
  readonly summary?: ModelSize;
  readonly baseSummary?: ModelSize;
  /** Path → line of the registry, for each parameter that is not registered. */
  readonly unregistered: ReadonlyMap<string, string>;
}

/** One config, judged as its reader will hold it: text, registry, cross-field rules, and what changed. */
export function judgeConfigFile(input: JudgeInput): FileJudgement {
  const { head, base, settings } = input;
  const changes = head.root === undefined ? [] : valueChanges(base?.root, head.root, kindOf(input));
  const models = input.isFragment === true ? [] : countModels(head, settings);
  const summary = firstSummary(models);
  const baseModels =
    base === head || input.isFragment === true ? models : base && countModels(base, settings);
  const baseSummary = baseModels && firstSummary(baseModels);
  const faults = allFindings(input, models);
  const isUncounted = base?.root !== undefined && models.some(isOfUnknownFamily);
  const reshaped = isUncounted
    ? unknownShapeFindings(head, changes)
    : shapeChange(head.file, summary, baseSummary);
  const found = [
    ...faults,
    ...atModel(head, models, [
      ...(models.length === 0 ? [] : checkpointFit(input, summary)),
      ...reshaped,
      ...expectedCount(input, summary, models.length > 0 || baseSummary !== undefined, faults),
    ]),
    ...uncountedFindings(head, models),
    ...defaultSizeFindings(head, models),
    ...(base === undefined
      ? []
      : [
          ...structuralFindings(head, changes, settings, input.registry),
          ...withoutEffect(head, changes),
          ...emptiedFindings(head, base),
        ]),
  ];
  const told = base === undefined ? found : withHistory(found, changes, isAboutValues);
  return {
    file: head.file,
    findings: withoutEchoes(applyOverrides(told, settings.rules)),
    changes: base === undefined ? [] : changes,
    isNew: base === undefined,
    change: head.root === undefined || reshaped.length > 0 ? 'structural' : changeClass(changes),
    ...(summary === undefined ? {} : { summary: sizeOf(summary) }),
    ...(baseSummary === undefined ? {} : { baseSummary: sizeOf(baseSummary) }),
    unregistered: unregisteredOf(input, faults),
  };
}

const aboutValues = new Set([
  ...crossFieldRules.map(({ id }) => id),
  ...(['wrong-type', 'out-of-range', 'not-allowed', 'bad-value', 'expression'] as const).map(
    (name) => configRules[name].id,
  ),
]);

/** Whether a rule is about values, by themselves or beside one another. */
function isAboutValues(rule: string): boolean {
  return aboutValues.has(rule);
}

function unregisteredOf({ head, registry }: JudgeInput, findings: readonly Finding[]): Map<string, string> {
  const isUnknown = ({ rule }: Finding): boolean => unknownRules.has(rule);
  return registry === undefined || !findings.some(isUnknown) ? new Map() : missingLines(head, registry);
}

const unknownRules = new Set([
  configRules['unregistered-parameter'].id,
  configRules['misspelt-parameter'].id,
]);

const asText: ReadonlySet<PythonType> = new Set(['str']);

function allFindings(input: JudgeInput, models: readonly CountedModel[]): Finding[] {
  const { head, registry, settings } = input;
  if (head.root === undefined) return [...head.findings];
  const expected = (path: Path) =>
    input.readAnew?.has(pathText(path)) === true
      ? asText
      : registry === undefined
        ? undefined
        : parameterAt(registry, path)?.types;
  return [
    ...head.findings,
    ...noParametersFindings(head),
    ...withOwnLoader(head, head.describe(findHazards(head.root, head.dialect, expected))),
    ...(registry === undefined ? [] : checkAgainstRegistry(head, registry, settings.strict)),
    ...(input.isFragment === true ? [] : wholeFindings(input, models)),
  ];
}

/** A range or an enumeration that the team registered knows better than what is true of most. */
function isSettledBy(registry: Registry | undefined, path: Path, by: 'range' | 'enum'): boolean {
  const parameter = registry === undefined ? undefined : parameterAt(registry, path);
  if (by === 'enum') return parameter?.enum !== undefined;
  return parameter?.min !== undefined || parameter?.max !== undefined;
}

/** What rules say of parameters that belong together. */
function wholeFindings(
  { head, registry, baseRegistry, schema, settings, others = [], besides = [] }: JudgeInput,
  models: readonly CountedModel[],
): Finding[] {
  return [
    ...checkRules(
      head,
      models.map(({ model }) => model),
      settings,
      { others, isSettled: (path, by) => isSettledBy(baseRegistry ?? registry, path, by) },
    ),
    ...(settings.family === 'none' ? [] : [...moduleFindings(head, others), ...besides]),
    ...checkExpressions(head, settings.expressions),
    ...(schema === undefined ? [] : teamSchemaFindings(head, schema)),
  ];
}

/** Whether the checkpoint that is named fits. */
function checkpointFit({ head, checkpoint }: JudgeInput, summary: ModelSummary | undefined): Finding[] {
  return checkpoint === undefined ? [] : checkpointFindings(head.file, summary?.architecture, checkpoint);
}

/** Whether checkpoints that were made with the config of the merge base still load. */
function shapeChange(
  file: string,
  now: ModelSummary | undefined,
  before: ModelSummary | undefined,
): Finding[] {
  if (now === undefined || before === undefined || now === before) return [];
  const change = shapeChangeFinding(file, before.architecture, now.architecture);
  return change === undefined ? [] : [change];
}

/** The size that the policy insists on, of what is a model or was one. Where other errors keep it from being counted, fix those first. */
function expectedCount(
  { head, settings: { expectParameters } }: JudgeInput,
  summary: ModelSummary | undefined,
  isModel: boolean,
  faults: readonly Finding[],
): Finding[] {
  if (expectParameters === undefined || !isModel) return [];
  if (summary === undefined && faults.some(({ severity }) => severity === 'error')) return [];
  return expectedCountFindings(head.file, expectParameters, summary);
}

/** What is said of a model as a whole stands where the model does. */
function atModel(
  head: ConfigDocument,
  [first]: readonly CountedModel[],
  findings: readonly Finding[],
): Finding[] {
  if (first === undefined || findings.length === 0) return [...findings];
  const { text } = first.model;
  const place = head.place(text.path, 'key') ?? head.place(text.at('model_type'), 'key') ?? {};
  return findings.map((finding) =>
    finding.file === head.file && finding.line === undefined ? { ...finding, ...place } : finding,
  );
}

/** Rules that have nothing to add where another error stands at the same place. */
const echoes = new Set([
  'config/not-positive',
  configRules.expression.id,
  configRules['structural-without-reason'].id,
]);

/** A value that is wrong, or a name that is misspelt, is reported once. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const placeOf = ({ line, column }: Finding): string => `${line}:${column}`;
  const errors = findings.filter(({ rule, severity }) => severity === 'error' && !echoes.has(rule));
  const told = new Set(errors.map(placeOf));
  return findings.filter(
    (finding) => !echoes.has(finding.rule) || finding.line === undefined || !told.has(placeOf(finding)),
  );
}

/**
 * As the registry of the base says. What it does not know is structural, unless its name says tuning: a registry that comes
 * with the change may make that stricter, never lighter.
 */
function kindOf({ registry, baseRegistry }: JudgeInput): (path: Path) => ParameterKind {
  const registered = (path: Path, by: Registry | undefined) =>
    by === undefined ? undefined : parameterAt(by, path)?.kind;
  return (path) => {
    const known = registered(path, baseRegistry);
    if (known !== undefined) return known;
    const name = path.findLast((step) => typeof step === 'string');
    const isTuning = name !== undefined && isTuningName(name) && registered(path, registry) !== 'structural';
    return isTuning ? 'tuning' : 'structural';
  };
}
