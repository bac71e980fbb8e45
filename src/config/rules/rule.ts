import type { RuleDoc } from '../../report/rule.ts';
import type { ModelView } from '../architecture/models.ts';
import type { Concept } from './names.ts';
import type { TrainingView } from './training-view.ts';
import type { Violation } from './violation.ts';

export type { Violation } from './violation.ts';

/** A rule across the fields of a model, or of a training config: says nothing where its parameters are not set. */
export interface CrossFieldRule<View extends ModelView | TrainingView> extends RuleDoc {
  /** Parameters of which one must be set for the rule to have anything to say; absent: it always looks. */
  readonly needs?: readonly (View extends ModelView ? string : Concept)[];
  /** What the registry may say of a parameter that settles the matter. */
  readonly yieldsTo?: 'range' | 'enum';
  /** Who demands it: code that stops or breaks where it does not hold. */
  readonly source: string;
  check(view: View): Iterable<Violation>;
}

export type ModelRule = CrossFieldRule<ModelView>;
export type TrainingRule = CrossFieldRule<TrainingView>;
