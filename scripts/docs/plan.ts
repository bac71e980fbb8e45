import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decisionWords } from '../../src/policy/gate/plan-gates.ts';
import { planGates } from '../../src/policy/index.ts';
import { planStates, type PlanState } from '../../test/unit/policy/plan-states.ts';
import { code, fillMarkers, table } from './markdown.ts';
import type { Page } from './page.ts';

/** docs/plan.md: between its markers the plan of every state that the tests hold the code to. */
export function planPage(root: string): Page {
  const file = 'docs/plan.md';
  const target = path.join(root, file);
  const page = existsSync(target) ? readFileSync(target, 'utf8') : '';
  return { file, text: fillMarkers(page, 'states', table(titles, planStates.map(row))) };
}

const titles = ['event', 'state', 'mode', 'config', 'dependencies', 'inputs', 'regression', 'and says'];

function row({ event, state, given }: PlanState): string[] {
  const { mode, gates, findings } = planGates(given.event, given.policy, given.authority, given.paths);
  return [
    code(event),
    state,
    mode,
    ...gates.map(({ decision }) => decisionWords[decision]),
    findings.map(({ rule }) => code(rule)).join(', '),
  ];
}
