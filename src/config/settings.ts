import type { Dialect } from '../documents/dialect.ts';

/** `policy.config`: what validate-model-config judges and how. */
export interface ConfigSettings {
  /** Globs of the config files. */
  readonly files: readonly string[];
  /** Judge exactly these files, changed or not (the command line's arguments). */
  readonly only?: readonly string[];
  readonly dialect: Dialect;
  /** Path of the registry of model parameters; read at the head, compared with the base. */
  readonly registry: string;
  /** Path of a team's own JSON Schema, applied beside the registry. */
  readonly schema?: string;
  /** Unregistered parameters fail (true) or warn (false). */
  readonly strict: boolean;
  /** A model family's name, `auto` (by model_type and architectures) or `none`. */
  readonly family: string;
  /** Rule id → severity, or off, with the reason why. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** The team's own cross-field rules. */
  readonly expressions: readonly ExpressionRule[];
  /** A safetensors file, index or folder that the config must fit. */
  readonly checkpoint?: string;
  /** `needs-reason`: a structural change fails unless the registry states the reason for exactly this value. */
  readonly structural: 'allow' | 'needs-reason';
  /** Such as `31.07B ± 0.5%`. */
  readonly expectParameters?: string;
}

export interface RuleSetting {
  readonly severity: 'error' | 'warning' | 'notice' | 'off';
  readonly reason: string;
}

export interface ExpressionRule {
  readonly id: string;
  /** Such as `num_experts % expert_parallel_size == 0`. */
  readonly check: string;
  readonly message?: string;
  readonly severity?: 'error' | 'warning' | 'notice';
}

export const configDefaults: ConfigSettings = {
  files: ['configs/**/*.{yaml,yml,json}', '**/config.json'],
  dialect: 'pyyaml',
  registry: '.github/model-registry.yml',
  strict: true,
  family: 'auto',
  rules: {},
  expressions: [],
  structural: 'allow',
};
