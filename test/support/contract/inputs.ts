/** Which inputs the code of an action reads, found by running it up to the point where it has read them. */
import type { ActionMetadata } from '../../../scripts/docs/action-metadata.ts';
import type { ActionContext, ActionMain } from '../../../src/runner/run-action.ts';

export interface InputDifferences {
  /** In action.yml, but nothing reads it. */
  readonly unread: readonly string[];
  /** Read, but not in action.yml: no workflow can give it. */
  readonly undeclared: readonly string[];
  /** Why reading action.yml's own defaults fails. */
  readonly problem: string | undefined;
}

/** Runs `main` with the defaults of its action.yml until it looks beyond its inputs. */
export async function inputDifferences(
  action: Pick<ActionMetadata, 'inputs'>,
  main: ActionMain,
): Promise<InputDifferences> {
  const read = new Set<string>();
  const input = (name: string): string => {
    read.add(name);
    return action.inputs.get(name)?.default?.replace(/^\$\{\{.*\}\}$/, 'token') ?? '';
  };
  let looked = false;
  const environment = beyondInputs(() => (looked = true));
  const failed = (error: unknown): string => (error instanceof Error ? error.message : String(error));
  const outcome = await main({ environment, input } as ActionContext).then(
    () => 'it did not look at the environment',
    failed,
  );
  return {
    unread: [...action.inputs.keys()].filter((name) => !read.has(name)),
    undeclared: [...read].filter((name) => !action.inputs.has(name)),
    // What comes after the look is not of the inputs; some actions make a report of it themselves.
    problem: looked ? undefined : outcome,
  };
}

function beyondInputs(look: () => void): object {
  return new Proxy(
    {},
    {
      get: () => {
        look();
        throw new Error('all inputs are read');
      },
    },
  );
}
