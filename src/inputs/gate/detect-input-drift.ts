/** The input gate: what the change feeds the model against what the merge base does. */
import {
  fingerprintText,
  judgeInputs,
  type InputFacts,
  type InputJudgement,
  type InputSettings,
  type Side,
} from '../index.ts';
import { inputRules } from '../rules.ts';
import { count } from '../../kernel/text.ts';
import type { Finding, Verdict } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import type { Gate, Ports } from '../../ports/index.ts';
import { matchingPaths } from '../../kernel/matching.ts';
import { isBaseline, knownBaseline, mostAncestors, sideAt, type Baseline } from './baseline.ts';
import { besideIt } from './beside.ts';
import { baseRuns, headAgain, headRun, withNoise, type Running } from './command-runs.ts';
import { declaredChanges } from './declared.ts';
import { unconfigured } from './unconfigured.ts';
import { vocabularyOf } from './vocabulary.ts';

export const judgeInputDrift: Gate<InputSettings, InputFacts> = async (settings, ports) => {
  const started = ports.now();
  const judgement = await judged(settings, ports);
  return makeReport({ gate: 'detect-input-drift', ...judgement, durationMs: ports.now() - started });
};

async function judged(settings: InputSettings, ports: Ports): Promise<InputJudgement> {
  const nothing = unconfigured(settings);
  if (nothing !== undefined) return nothing;
  const { harmless = [] } = settings;
  const paths = ports.change.files.map(({ path }) => path);
  if (paths.length > 0 && harmless.length > 0 && matchingPaths(paths, harmless).length === paths.length)
    return bare('skipped', 'Only files changed on which nothing that is fed depends (plan.harmless).');
  if (settings.command === undefined) return compared(settings, ports);
  return settings.merged === true ? merged() : commanded(settings, settings.command, ports);
}

/** The merge gate of a push may write: there no code of the model runs. */
function merged(): InputJudgement {
  const judgement = bare(
    'skipped',
    'The change is merged: a job that may write nothing sees what it feeds the model (model-merge.yml).',
  );
  return { ...judgement, facts: { ...judgement.facts, due: true } };
}

/** Files of an earlier step against what is known of the merge base. */
async function compared(settings: InputSettings, ports: Ports): Promise<InputJudgement> {
  const after = await sideAt(ports.workspace, settings.candidate);
  if (after === undefined) return noCandidate(settings, ports);
  const known = await knownBaseline(settings, ports, mostAncestors);
  return isBaseline(known) ? concluded(known, after, settings, ports) : noBaseline(settings, ports, known);
}

function noCandidate({ candidate, merged }: InputSettings, { workspace }: Ports): InputJudgement {
  if (merged === true)
    return bare('skipped', 'The change is merged, and no step of this job wrote what it feeds the model.');
  return bare('fail', `No file matches ${candidate.join(', ')} in the ${workspace.name}.`, [
    inputRules['no-candidate'].finding({
      message: `Nothing is there to judge: no file matches ${candidate.join(', ')} in the ${workspace.name}.`,
      help: 'Let a step before this gate write what the model is fed there, or correct inputs.candidate in the policy.',
    }),
  ]);
}

async function commanded(settings: InputSettings, command: string, ports: Ports): Promise<InputJudgement> {
  const { scratch } = ports;
  if (scratch === undefined) return bare('fail', 'There is no folder to run inputs.command in.');
  const deadline = ports.now() + settings.timeBudget * 60_000;
  const running = { settings, command, deadline, ports, scratch };
  const after = await headRun(running);
  if ('rule' in after) return bare('fail', after.message, [after]);
  const base = await baselineOf(running);
  const { judgement, noise } = await against(base, after, running);
  const fingerprint = await kept(after, noise ?? (await noiseOfHead(after, running)), running);
  return { ...judgement, facts: { ...judgement.facts, ...(fingerprint !== undefined && { fingerprint }) } };
}

/** What is known of the merge base, else what the command writes for it; a finding where it fails, several where there is none. */
async function baselineOf(running: Running): Promise<Baseline | Finding | readonly Finding[]> {
  const known = await knownBaseline(running.settings, running.ports, 0);
  if (isBaseline(known)) return known;
  return (await baseRuns(running)) ?? known;
}

interface Outcome {
  readonly judgement: InputJudgement;
  readonly noise?: ReadonlyMap<string, number>;
}

async function against(
  base: Baseline | Finding | readonly Finding[],
  after: Side,
  { settings, ports }: Running,
): Promise<Outcome> {
  if ('rule' in base) return { judgement: bare('fail', base.message, [base]) };
  if (!('side' in base)) return { judgement: noBaseline(settings, ports, base) };
  const judgement = await concluded(base, after, settings, ports);
  return { judgement, ...(base.noise !== undefined && { noise: base.noise }) };
}

/** Only where what the head is fed is about to be recorded: it costs another run. */
async function noiseOfHead(after: Side, running: Running): Promise<ReadonlyMap<string, number> | undefined> {
  const { recording, noise } = running.settings;
  if (recording !== true || noise === 'defaults') return undefined;
  const runs = await headAgain(after, running);
  return 'rule' in runs ? undefined : runs.noise;
}

/** Path of the head's fingerprint, for who records it; `undefined` for what could not be read whole. */
async function kept(
  { fingerprints, unread }: Side,
  noise: ReadonlyMap<string, number> | undefined,
  { scratch }: Running,
): Promise<string | undefined> {
  if (unread.length > 0 || fingerprints.samples.size === 0) return undefined;
  return scratch.keep('inputs.jsonl', fingerprintText(withNoise(fingerprints, noise)));
}

async function concluded(
  { side: before, learned, findings: more }: Baseline,
  after: Side,
  settings: InputSettings,
  ports: Ports,
): Promise<InputJudgement> {
  const declared = await declaredChanges(ports);
  const plain = judgeInputs(before, after, { learned, declared });
  const decode = plain.facts.tokens.first === null ? undefined : await vocabularyOf(ports.change.head);
  const judgement = decode === undefined ? plain : judgeInputs(before, after, { learned, declared, decode });
  ports.log.info(`inputs: ${count(judgement.facts.samples, 'sample')}: ${judgement.title}`);
  return { ...judgement, findings: [...(await placed(judgement.findings, settings, ports)), ...more] };
}

/** What changed, at the place where a person looks first. */
async function placed(
  findings: readonly Finding[],
  { harmless = [] }: InputSettings,
  { change }: Ports,
): Promise<readonly Finding[]> {
  const beside = findings.some(isChanged) ? await besideIt(change, harmless) : undefined;
  if (beside === undefined) return findings;
  return findings.map((finding) =>
    isChanged(finding)
      ? { ...finding, message: `${finding.message} ${beside.text}`, ...beside.place }
      : finding,
  );
}

function isChanged({ rule }: Finding): boolean {
  return rule === inputRules.changed.id;
}

function noBaseline(settings: InputSettings, ports: Ports, more: readonly Finding[]): InputJudgement {
  const globs = settings.baseline.length > 0 ? settings.baseline : settings.candidate;
  const where =
    globs.length === 0 ? '' : `: no file matches ${globs.join(', ')} at the ${ports.change.base.name}`;
  const message = `Nothing is known of what trunk feeds the model${where}. Without it a pass would say nothing.`;
  return bare('inconclusive', message, [
    inputRules['no-baseline'].finding({
      message,
      help: 'Commit a fingerprint (`model-gates inputs --candidate FILE --fingerprint inputs.jsonl`) and name it in inputs.baseline, or set inputs.command, which runs for the merge base too.',
    }),
    ...more,
  ]);
}

function bare(verdict: Verdict, title: string, findings: readonly Finding[] = []): InputJudgement {
  return {
    verdict,
    title,
    findings,
    facts: { samples: 0, tensors: [], tokens: { changed: 0, first: null } },
  };
}
