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
  readonly rule:
    | 'config/checkpoint-unreadable'
    | 'config/checkpoint-missing-shard'
    | 'config/checkpoint-total';
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly message: string;
  readonly help: string;
}

const words = {
  missing: {
    rule: 'config/checkpoint-missing-tensor',
    text: (tensors: string) => `the checkpoint lacks ${tensors}`,
    help: 'the config describes tensors that this checkpoint does not hold',
  },
  extra: {
    rule: 'config/checkpoint-extra-tensor',
    text: (tensors: string) => `the config does not describe ${tensors} of the checkpoint`,
    help: 'the checkpoint belongs to another config',
  },
  misshapen: {
    rule: 'config/checkpoint-shape',
    text: (tensors: string) => `the checkpoint holds ${tensors} in another shape`,
    help: 'correct the config, or name the checkpoint that belongs to it',
  },
} as const;

/** Whether a checkpoint loads into the model of a config; findings on the config's file. */
export function checkpointFindings(
  file: string,
  architecture: Architecture | undefined,
  checkpoint: Checkpoint,
): Finding[] {
  const own = checkpoint.problems.map((problem) => ({ ...problem }));
  if (checkpoint.tensors.size === 0) return own.length > 0 ? own : [empty(file, checkpoint.path)];
  const differences =
    architecture === undefined ? undefined : compareCheckpoint(architecture, checkpoint.tensors);
  if (differences === undefined) return [...own, notCompared(file, checkpoint.path)];
  const found = differences.map(({ kind, count, examples }): Finding => {
    const { rule, text, help } = words[kind];
    const list = examples.join('; ') + (count > examples.length ? '; …' : '');
    return {
      rule,
      severity: 'error',
      file,
      help,
      message: `${text(tensors(count))}: ${list} (${checkpoint.path})`,
    };
  });
  return [...own, ...found];
}

function empty(file: string, path: string): Finding {
  return {
    rule: 'config/checkpoint-unreadable',
    severity: 'error',
    file,
    message: `the checkpoint ${path} holds no tensor`,
    help: 'give the path of a whole safetensors checkpoint',
  };
}

function notCompared(file: string, path: string): Finding {
  return {
    rule: 'config/checkpoint-unreadable',
    severity: 'error',
    file,
    message: `the checkpoint ${path} cannot be compared: the tensors of this config's model are not known`,
    help: 'name the family in the policy, or take the checkpoint out of it',
  };
}

function tensors(count: number): string {
  return count === 1 ? '1 tensor' : `${count} tensors`;
}
