import { attentionRules } from './attention.ts';
import type { ModelRule } from './rule.ts';

/** Every cross-field rule, in the order of the documentation. */
export const modelRules: readonly ModelRule[] = [...attentionRules];
