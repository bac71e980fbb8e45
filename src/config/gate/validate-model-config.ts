import { configRules } from '../rules/rules.ts';
import {
  applyOverrides,
  type ConfigFacts,
  type ConfigFileFacts,
  type ConfigSettings,
  type FileJudgement,
  type RunFacts,
  worstChange,
} from '../index.ts';
import { type Finding, type Report, type Section, worstFirst } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import { count } from '../../kernel/text.ts';
import { Around } from './around.ts';
import { judgeComposed } from './composed.ts';
import { type Beside, judgeFile } from './judge-file.ts';
import { gatherContext, type JudgeContext, withCheckpoint } from './context.ts';
import { judgeRuns, runsText } from './runs.ts';
import { changeFacts, configSections, registrySection } from './sections.ts';
import { isDocument, type SelectedFile, type Selection, selectConfigs } from './select.ts';
import { changedSection } from './touched.ts';
import { submoduleWords } from '../../ports/judged-change.ts';
import type { Gate, Ports } from '../../ports/index.ts';

const gate = 'validate-model-config';

/** Judges the configs of a change as the training code will read them, and says what the change amounts to. */
export const judgeConfig: Gate<ConfigSettings, ConfigFacts> = async (settings, ports) => {
  const selection = await selectConfigs(settings, ports);
  const gathered = await gatherContext(settings, ports);
  const besides = besidesFiles(selection);
  const launched = await judgeRuns(selection, gathered.context, ports);
  const composed = await judgeComposed(selection, gathered.context, ports);
  const runs = [...launched.runs, ...composed.runs];
  const around = new Around(selection, settings, ports);
  const ofAround = await around.findings(settings, ports);
  const judged = [selection.files, besides, gathered.findings, launched.judgements, ofAround, composed.runs];
  const isNothing = judged.every(({ length }) => length === 0);
  const read = new Set(runs.flatMap(({ files }) => files));
  const left = await around.leftOut(settings, read, ports);
  if (isNothing) return nothingToJudge(applyOverrides(left, settings.rules));
  ports.log.info(`${gate}: ${count(selection.files.length, 'config file')} (${selection.reason})`);
  const ofConfigs = await judgeAll(selection.files.filter(isDocument), gathered.context, ports, {
    around,
    composed,
  });
  const judgements = [...ofConfigs, ...launched.judgements];
  const ofAll = [
    ...gathered.findings,
    ...(gathered.findings.length === 0 ? noRegistry(gathered.context, ofConfigs) : []),
    ...besides,
    ...ofAround,
    ...left,
  ];
  const ofFiles = withComposed(withLaunched(judgements, launched.findings), composed.findings);
  const findings = worstFirst([...applyOverrides(ofAll, settings.rules), ...ofFiles]);
  const sections = changedSection([...launched.touched, ...composed.touched]);
  return report(selection, judgements, { findings, runs, sections }, settings.registry);
};

/** A name or value that is wrong by the registry is not wrong once more by the program. */
function withLaunched(judgements: readonly FileJudgement[], ofRuns: readonly Finding[]): Finding[] {
  const placeOf = ({ file, line, column }: Finding): string => JSON.stringify([file, line, column]);
  const ofFiles = judgements.flatMap(({ findings }) => findings);
  const told = new Set(ofFiles.filter(({ severity }) => severity === 'error').map(placeOf));
  return [
    ...ofFiles,
    ...ofRuns.filter((finding) => finding.line === undefined || !told.has(placeOf(finding))),
  ];
}

/** What a file says on its own is not said again of the runs that it is a part of, unless it is worse for them. */
function withComposed(ofFiles: readonly Finding[], ofRuns: readonly Finding[]): Finding[] {
  const placeOf = ({ rule, file, line, column }: Finding): string =>
    JSON.stringify([rule, file, line, column]);
  const told = new Map(ofFiles.map((finding) => [placeOf(finding), finding]));
  const isWorse = (finding: Finding): boolean => {
    const same = told.get(placeOf(finding));
    return same === undefined || (same.severity === 'notice' && finding.severity !== 'notice');
  };
  const more = ofRuns.filter(isWorse);
  const replaced = new Set(more.map(placeOf));
  return [...ofFiles.filter((finding) => !replaced.has(placeOf(finding))), ...more];
}

function nothingToJudge(findings: readonly Finding[]): Report<ConfigFacts> {
  const title = 'No config file changed, nor a launch script or the registry: nothing to judge';
  return makeReport({ gate, verdict: 'skipped', title, findings, facts: { files: [], change: 'none' } });
}

async function judgeAll(
  files: readonly SelectedFile[],
  gathered: JudgeContext,
  ports: Ports,
  beside: Beside,
): Promise<FileJudgement[]> {
  if (files.length === 0) return [];
  const context = await withCheckpoint(gathered, ports);
  const judgements: FileJudgement[] = [];
  for (let start = 0; start < files.length; start += readAtOnce) {
    const some = files.slice(start, start + readAtOnce);
    judgements.push(...(await Promise.all(some.map((file) => judgeFile(file, context, ports, beside)))));
  }
  return judgements;
}

/** Files that are read together: each such batch starts two processes, and is held in memory. */
const readAtOnce = 64;

function noRegistry({ registry, settings }: JudgeContext, judgements: readonly FileJudgement[]): Finding[] {
  if (registry !== undefined || judgements.length === 0) return [];
  return [
    configRules['no-registry'].finding({
      message: `there is no registry of parameters at ${settings.registry}: misspelt names and values out of range pass`,
      help: 'derive one from the configs with: model-gates config --write-registry',
    }),
  ];
}

/** What the change does to configs beside their content. */
function besidesFiles({ files, deleted, submodules }: Selection): Finding[] {
  return [
    ...deleted.map(deletedConfig),
    ...files.flatMap(linkedChange),
    ...submodules.map(({ path, submodule = path }) =>
      configRules['submodule-changed'].finding({
        file: path,
        message: `${submoduleWords(path, submodule)}, and configs may be read there: their content cannot be judged here`,
        help: 'run the gate in that repository',
      }),
    ),
  ];
}

function linkedChange({ path, target }: SelectedFile): Finding[] {
  if (target === undefined) return [];
  const message = `this path leads through a symlink to ${target}, and what is read there changed`;
  return [configRules['linked-change'].finding({ file: path, message })];
}

function deletedConfig(file: string): Finding {
  const message = 'this change deletes the config, or moves it to where no config is judged';
  return configRules.deleted.finding({ message, file });
}

interface Outcome {
  readonly findings: readonly Finding[];
  readonly runs: readonly RunFacts[];
  readonly sections: readonly Section[];
}

function report(
  selection: Selection,
  judgements: readonly FileJudgement[],
  { findings, runs, sections }: Outcome,
  registry: string,
): Report<ConfigFacts> {
  const deleted = selection.deleted.length > 0 ? (['structural'] as const) : [];
  const change = worstChange([...deleted, ...judgements.map((judgement) => judgement.change)]);
  const files = judgements.map((judgement) => ({
    file: judgement.file,
    ...sizeFacts(judgement),
    change: judgement.change,
    ...changeFacts(judgement),
  }));
  const parameters = files.map((file) => file.parameters).find((facts) => facts !== undefined);
  return makeReport({
    gate,
    title: `${titleOf(judgedPaths(selection, judgements), findings, change)}${runsText(runs)}`,
    findings,
    facts: {
      files,
      change,
      ...(parameters === undefined ? {} : { parameters }),
      ...(runs.length === 0 ? {} : { runs }),
    },
    sections: [...sections, ...configSections(judgements), ...registrySection(judgements, registry)],
  });
}

/** JSON has no integers beyond 2^53: no model has that many parameters, but a config can claim them. */
function sizeFacts({ summary }: FileJudgement): Pick<ConfigFileFacts, 'parameters' | 'memory'> {
  if (summary === undefined) return {};
  const { counts, dtype, weightBytes, quantization, cacheBytesPerToken, sliding } = summary;
  return {
    parameters: { total: Number(counts.total), active: Number(counts.active) },
    memory: {
      dtype,
      weightBytes: Number(weightBytes),
      ...(quantization === undefined ? {} : { quantization }),
      cacheBytesPerToken,
      ...(sliding === undefined ? {} : { sliding }),
    },
  };
}

/** Configs, files of model folders, and scripts. */
function judgedPaths({ files }: Selection, judgements: readonly FileJudgement[]): string[] {
  return [...new Set([...files.map(({ path }) => path), ...judgements.map(({ file }) => file)])];
}

function titleOf(files: readonly string[], findings: readonly Finding[], change: string): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const places = [...new Set(errors.map(({ file }) => file))];
  if (errors.length > 0) {
    const where = places.length === 1 && places[0] !== undefined ? places[0] : `${places.length} files`;
    return `${count(errors.length, 'error')} in ${where}`;
  }
  const [first] = files;
  const what = files.length === 1 && first !== undefined ? first : `${files.length} configs`;
  const changes = change === 'none' ? 'no value changes' : `the change is ${change}`;
  return `${what}: no errors; ${changes}`;
}
