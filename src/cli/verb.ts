/** A verb of the CLI: what it takes, what it says of itself, what it does. */
import type { Ports } from '../ports/index.ts';
import type { Report } from '../report/model.ts';
import type { Field, Values } from '../kernel/fields.ts';

export interface Option<T = unknown> {
  readonly field: Field<T>;
  /** Placeholder of the value in the help; absent for a switch. */
  readonly value?: string;
  readonly help: string;
  /** May be given several times: the texts are joined by newlines, which a list field splits. */
  readonly multiple?: boolean;
}

export type Options = Readonly<Record<string, Option>>;

/** The typed values of the options that were given. */
export type OptionValues<O extends Options> = Values<{ readonly [K in keyof O]: O[K]['field'] }>;

export interface Terminal {
  readonly cwd: string;
  readonly log: Ports['log'];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether `--json` was given. */
  readonly json: boolean;
}

/** A report to be shown, or a text that is the answer itself (`--explain`, `init`). */
export type Outcome =
  | {
      readonly report: Report;
      /** What was done before it was judged; beside the report, never in the JSON. */
      readonly notes?: string;
    }
  | { readonly text: string };

export interface Verb<O extends Options = Options> {
  readonly name: string;
  /** Positional arguments in the usage line: `FILE…`. */
  readonly positionals?: string;
  readonly summary: string;
  readonly options: O;
  readonly examples: readonly string[];
  /** It asks a person on a terminal: no progress is shown beside a question. */
  readonly asks?: true;
  run(values: OptionValues<O>, positionals: readonly string[], terminal: Terminal): Promise<Outcome>;
}

/** Ties the type of `run`'s values to the options of the same verb. */
export function defineVerb<const O extends Options>(verb: Verb<O>): Verb {
  return verb;
}
