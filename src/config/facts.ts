import type { ChangeClass } from './change/classify.ts';
import type { ModelSize } from './size/summary.ts';

/** What validate-model-config knows of a change. */
export interface ConfigFacts {
  readonly files: readonly ConfigFileFacts[];
  /** Runs that the change touches through their scripts or programs. */
  readonly runs?: readonly RunFacts[];
  /** The gravest of all files. */
  readonly change: ChangeClass;
  /** Of the first file that is a model. */
  readonly parameters?: ParameterFacts;
}

/** Something that starts a training or serving run. */
export interface RunFacts {
  /** `scripts/train.sh:14`: the command, or the config that is run as it is. */
  readonly entry: string;
  /** `torchrun`, `deepspeed`, `accelerate`, `python`, a tool's name, `config`. */
  readonly kind: string;
  /** What it reads: the script, its program. */
  readonly files: readonly string[];
  readonly judged: boolean;
  /** Why it is not judged. */
  readonly reason?: string;
}

export interface ConfigFileFacts {
  readonly file: string;
  /** Absent, with `memory`, where the file is not a model that is known. */
  readonly parameters?: ParameterFacts;
  readonly memory?: MemoryFacts;
  readonly change: ChangeClass;
  /** Values as people read them; the first ones only. */
  readonly changes?: readonly ChangedValue[];
}

/** Elements of all tensors; those that one token uses. */
export interface ParameterFacts {
  readonly total: number;
  readonly active: number;
}

/** In bytes: all weights in the config's dtype, before quantisation, and what a token leaves in the cache. */
export interface MemoryFacts extends Omit<ModelSize, 'family' | 'counts' | 'weightBytes'> {
  readonly weightBytes: number;
}

export interface ChangedValue {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly kind: string;
}
