/** What scripts and their entries are reported by. */
import { changeClass, type ValueChange } from '../change/classify.ts';
import type { FileJudgement } from '../judge.ts';
import type { Finding } from '../../report/model.ts';
import { aroundRules } from '../rules/around-rules.ts';
import { configRules } from '../rules/rules.ts';
import type { JudgedEntry } from '../runs/run.ts';
import { RunChanges } from './run-changes.ts';
import { keyOf } from './touched.ts';

/** What a script's change amounts to is that of its runs. */
export function scriptJudgement(file: string, changes: readonly ValueChange[] | undefined): FileJudgement {
  const distinctChanges = RunChanges.distinct(changes ?? []);
  return {
    file,
    findings: [],
    changes: distinctChanges,
    isNew: changes === undefined,
    change: changes === undefined ? 'structural' : changeClass(distinctChanges),
    unregistered: new Map(),
  };
}

export function isOfFramework({ rule }: Finding): boolean {
  return rule === aroundRules['framework-option'].id || rule === aroundRules['framework-value'].id;
}

/** Said of a run that nothing is known of, whatever else the script does. */
export function isNotJudged({ rule }: Finding): boolean {
  return rule === configRules['run-not-judged'].id;
}

export function saidOf({ rule, message }: Finding): string {
  return `${rule} ${message.replaceAll(/:\d+/g, '')}`;
}

export function startsNothing(file: string): Finding {
  const finding = configRules['run-not-judged'].finding({
    file,
    message: 'this script starts no training or server that is known: nothing of it is judged',
    help: 'declare the run in the policy (runs); docs/runs.md says which commands are known',
  });
  // somebody asked for it
  return { ...finding, severity: 'warning' };
}

export function notJudged({ entry, reason }: JudgedEntry): Finding[] {
  if (reason === undefined) return [];
  const { file, line } = entry;
  return [
    configRules['run-not-judged'].finding({
      file,
      line,
      message: `the run of ${entry.entry} (${entry.kind}) is not judged: ${reason}`,
    }),
  ];
}

export function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}

export function unreadScript(file: string, reason: string): Finding {
  return configRules['run-not-judged'].finding({
    file,
    message: `${file} is not judged; ${reason}`,
    help: 'save it as UTF-8 text of less than 1 MiB, or declare the run in the policy (runs)',
  });
}
