import { count } from '../../kernel/text.ts';
import type { Rule } from '../../report/rule.ts';
import { configRules } from '../rules/rules.ts';
import type { Finding } from '../../report/model.ts';
import type { Architecture } from '../architecture/tensors.ts';
import { type CheckpointTensors, compareCheckpoint } from './compare.ts';

/** What could be read of a checkpoint. */
export interface Checkpoint {
  readonly path: string;
  readonly tensors: CheckpointTensors;
  /** What is wrong with its files. */
  readonly problems: readonly CheckpointProblem[];
}

export interface CheckpointProblem {
  readonly rule: Rule;
  readonly file: string;
  readonly message: string;
  readonly help: string;
}

const help = 'correct the config, or name the checkpoint that belongs to it';

const words = {
  missing: {
    rule: configRules['checkpoint-missing-tensor'],
    text: (path: string, tensors: string) => `the checkpoint ${path} lacks ${tensors}`,
  },
  extra: {
    rule: configRules['checkpoint-extra-tensor'],
    text: (path: string, tensors: string) =>
      `the config does not describe ${tensors} of the checkpoint ${path}`,
  },
  misshapen: {
    rule: configRules['checkpoint-shape'],
    text: (path: string, tensors: string) => `the checkpoint ${path} contains ${tensors} in another shape`,
  },
} as const;

/** Whether a checkpoint loads into the model of a config; findings on the config's file. */
export function checkpointFindings(
  file: string,
  architecture: Architecture | undefined,
  checkpoint: Checkpoint,
): Finding[] {
  const own = checkpoint.problems.map(({ rule, ...found }) => rule.finding(found));
  if (checkpoint.tensors.size === 0) return own.length > 0 ? own : [empty(file, checkpoint.path)];
  const differences =
    architecture === undefined ? undefined : compareCheckpoint(architecture, checkpoint.tensors);
  if (differences === undefined) return [...own, notCompared(file, checkpoint.path)];
  const found = differences.map(({ kind, count: many, examples }): Finding => {
    const { rule, text } = words[kind];
    const list = examples.join('; ') + (many > examples.length ? '; …' : '');
    return rule.finding({ file, help, message: `${text(checkpoint.path, count(many, 'tensor'))}: ${list}` });
  });
  return [...own, ...found];
}

function empty(file: string, path: string): Finding {
  return configRules['checkpoint-unreadable'].finding({
    file,
    message: `the checkpoint ${path} contains no tensor`,
    help: 'give the path of a whole safetensors checkpoint',
  });
}

function notCompared(file: string, path: string): Finding {
  return configRules['checkpoint-unreadable'].finding({
    file,
    message: `the checkpoint ${path} cannot be compared: the tensors of this config's model are not known`,
    help: 'name the family in the policy, or take the checkpoint out of it',
  });
}
