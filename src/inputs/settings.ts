/** What detect-input-drift is set to: light, for what only asks. */
import { defaultsOf, settings, type ValuesOf } from '../kernel/settings.ts';
import { choice, globs, number, text } from '../kernel/kinds.ts';

/** `policy.inputs`. */
export const inputTable = settings({
  /** Written by an earlier step of the job. */
  candidate: {
    kind: globs,
    default: [],
    description: 'Globs of the files that hold what the change feeds the model, for fixed samples.',
    input:
      'Files that hold what this change feeds the model, as globs: safetensors, .npz, .npy, JSONL, Parquet or fingerprints.',
  },
  baseline: {
    kind: globs,
    default: [],
    description:
      'Globs of the same at the merge base: files or fingerprints that are committed. Default: the same as candidate.',
    input: 'Files or fingerprints of the merge base, as globs. Default: the same paths as `candidate`.',
  },
  /** Run without a shell, from the policy or the workflow only. */
  command: {
    kind: text({ min: 1, max: 4096 }, 'a command'),
    description:
      'Command that writes what the model is fed to {out}, such as python fingerprint.py --out {out}. Run for the head, and for the merge base where nothing is known of it.',
    input:
      'Command that writes what the model is fed, such as `python fingerprint.py --out {out}`: safetensors, .npz, .npy, JSONL or Parquet. Run without a shell for the head, and for the merge base in a folder of its own where nothing is known of it. Default: the files are already there.',
  },
  noise: {
    kind: choice(['learn', 'defaults']),
    default: 'learn',
    description:
      'Where the command runs for the merge base: learn, what two runs of it differ by is noise; defaults, it runs once, and the tolerances of the types hold.',
    input: '`learn` or `defaults`: whether two runs of the merge base say what is noise.',
  },
  'time-budget': {
    kind: number({ min: 0 }),
    default: 30,
    description: 'Minutes that all runs of the command together may take.',
    input: true,
  },
});

/** What detect-input-drift compares. */
export interface InputSettings extends ValuesOf<typeof inputTable> {
  /** Globs of files on which no input depends: the policy's, from its plan. */
  readonly harmless?: readonly string[];
  /** The event is a push, and the job may write: the command does not run. */
  readonly merged?: boolean;
  /** What the head is fed is about to be recorded, as the base of changes to come. */
  readonly recording?: boolean;
}

export const inputDefaults: InputSettings = defaultsOf(inputTable);
