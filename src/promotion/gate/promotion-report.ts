/** What a promotion reports. */
import { makeReport } from '../../report/make.ts';
import { verdictOf, type Finding, type Report, type Section } from '../../report/model.ts';
import { plural } from '../../kernel/text.ts';
import type { LineageNode } from '../../lineage/index.ts';
import type { Target } from '../../policy/index.ts';
import type { Evidence } from '../evidence/model.ts';
import type { EditFact, PromotionFacts, PromotionState } from '../facts.ts';
import type { PlanProblem } from '../kinds/places.ts';
import type { Step } from '../ladder.ts';
import { promotionRules } from '../rules.ts';
import type { Standing } from '../standing.ts';
import type { Version } from '../version.ts';
import type { Force } from './evidence-findings.ts';

export const gate = 'promote-model';

/** What is known so far. */
export interface Outcome {
  readonly target: Target;
  /** The version as it was asked for. */
  readonly name: string;
  readonly state?: PromotionState;
  readonly version?: Version;
  /** Where no version was resolved for it: what serves again. */
  readonly artifact?: LineageNode | undefined;
  readonly evidence?: readonly Evidence[];
  readonly findings?: readonly Finding[];
  readonly forced?: Force | undefined;
  readonly standing?: Standing;
  readonly weight?: number | undefined;
  readonly edits?: readonly EditFact[];
  readonly commit?: string;
  readonly pullRequest?: { readonly number: number; readonly url: string };
  readonly recorded?: readonly string[];
  /** Pull request of the commit that the version was made of. */
  readonly origin?: number | undefined;
}

export function promotionReport(outcome: Outcome): Report<PromotionFacts> {
  const {
    target,
    name,
    version,
    standing,
    forced,
    evidence = [],
    edits = [],
    findings = [],
    recorded = [],
  } = outcome;
  const state =
    verdictOf(findings) === 'fail' && outcome.state === undefined ? 'refused' : (outcome.state ?? 'refused');
  const { pullRequest = null, commit = null, weight = null } = outcome;
  const { kind, id, digest } = version?.artifact ?? outcome.artifact ?? {};
  return makeReport({
    gate,
    title: titleOf(outcome, state),
    findings,
    facts: {
      target: target.name,
      service: target.service,
      version: name,
      state,
      artifact:
        kind === undefined || id === undefined
          ? null
          : { kind, id, ...(digest === undefined ? {} : { digest }) },
      evidence,
      weight,
      edits,
      commit,
      pullRequest,
      replaces: standing?.current?.node.id ?? null,
      recorded,
      forced: forced ?? null,
    },
    sections: [...evidenceTable(evidence), ...editTable(edits)],
  });
}

function titleOf(
  { target, name, weight, edits = [], findings = [], pullRequest, commit }: Outcome,
  state: PromotionState,
): string {
  const first = findings.find(({ severity }) => severity === 'error');
  const what = `${target.service} in ${target.name}`;
  const changed = edits.filter((edit) => edit.changed).length;
  const share = weight === undefined || weight === 100 ? name : `${name} at ${weight} %`;
  const titles: Readonly<Record<PromotionState, string>> = {
    refused: `${name} is not promoted: ${first?.message ?? 'nothing was changed'}`,
    planned: `${what} would become ${share}: ${changed} ${plural(changed, 'value')} of ${plural(changed, 'a manifest', 'manifests')} would change`,
    landed: `${what} is ${share} from commit ${commit?.slice(0, 8) ?? ''} on`,
    opened: `${what} becomes ${share} when pull request #${pullRequest?.number ?? ''} is merged`,
    there: `${what} is ${share} already`,
    waits: `${what} stays at ${share}: ${findings.find(({ rule }) => rule === promotionRules['next-step-waits'].id)?.message ?? ''}`,
  };
  return titles[state];
}

function evidenceTable(evidence: readonly Evidence[]): Section[] {
  if (evidence.length === 0) return [];
  const rows = evidence.map(({ name, state, says }) => [name, state, says]);
  return [
    {
      kind: 'table',
      title: 'Evidence',
      open: true,
      columns: [{ title: 'Of' }, { title: 'State' }, { title: 'What' }],
      rows,
    },
  ];
}

export function editTable(
  edits: readonly EditFact[],
  title = 'Edits',
  [before, after] = ['Before', 'After'],
): Section[] {
  if (edits.length === 0) return [];
  const columns = [
    { title: 'Place', code: true },
    { title: 'Path', code: true },
    { title: before ?? '', code: true },
    { title: after ?? '', code: true },
  ];
  return [
    {
      kind: 'table',
      title,
      open: true,
      columns,
      rows: edits.map((edit) => [`${edit.file}:${edit.line}`, edit.path, edit.before, edit.after]),
    },
  ];
}

/** What no edit could be planned for. */
export function planFindings(problems: readonly PlanProblem[]): Finding[] {
  return problems.map(({ message, help, file, line, column }) =>
    promotionRules['not-editable'].finding({
      message,
      help,
      ...(file === undefined ? {} : { file }),
      ...(line === undefined || column === undefined ? {} : { line, column }),
    }),
  );
}

/** A step that is not taken now. */
export function waits(
  step: Extract<Step, { kind: 'wait' | 'stop' }>,
  before: readonly Finding[] = [],
): Pick<Outcome, 'state' | 'findings'> {
  const rule = step.kind === 'wait' ? promotionRules['next-step-waits'] : promotionRules['judged-worse'];
  return {
    findings: [...before, rule.finding({ message: step.reason, help: rule.fix })],
    state: step.kind === 'wait' ? 'waits' : 'refused',
  };
}

export function movedTooOften(branch: string, times: number): Finding {
  return promotionRules.moved.finding({
    message: `${branch} moved ${times} times before the edit could land`,
    help: 'Run it again.',
  });
}
