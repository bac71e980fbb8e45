import type { AndOr, PipelineNode, Statement } from 'unbash';
import type { Field, Source, Span } from './model.ts';
import type { ShellFunction, World } from './world.ts';

/** The text of a file by its path from the root of the repository; `undefined` where there is none. */
export type SourceReader = (path: string) => string | undefined;

/** What commands and compound commands need of who follows the script. */
export interface Runner {
  readonly read: SourceReader;
  readonly missing: Set<string>;
  /** The file that `cat` gives to the command on its standard input. */
  readonly piped: Field | undefined;
  /** Runs what the text alone does not say is reached. */
  maybe<T>(body: () => T): T;
  /** What a command runs and that is not followed: not in the repository, not known before the run, or for another reason. */
  leave(path: Field, at: Span, reason?: string): void;
  node(node: PipelineNode | AndOr, world: World, source: Source): World[];
  /** `isCondition`: what it says of variables holds behind it too. */
  list(
    statements: readonly Statement[],
    worlds: readonly World[],
    source: Source,
    isCondition?: boolean,
  ): World[];
  call(definition: ShellFunction, given: readonly Field[], world: World): World[];
  nested(source: Source, worlds: readonly World[], at: Span): World[];
  emit(fields: readonly Field[], environment: ReadonlyMap<string, Field>, world: World, at: Span): void;
}
