export interface Run {
  readonly runId: number;
  readonly url: string;
}

/** A run of a workflow, as a list of runs tells of it. */
export interface ListedRun extends Run {
  /** What the list shows as its name: the workflow's `run-name`, else its `name`. */
  readonly title: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** `success`, `failure`, `cancelled` …, as GitHub says; absent while it runs. */
  readonly conclusion?: string;
}

export interface DispatchPort {
  /** Starts a workflow by file name or id; the run's id where this GitHub tells it. Not repeated after an unclear failure. */
  workflow(workflow: string, ref: string, inputs: Readonly<Record<string, string>>): Promise<Partial<Run>>;
  repository(eventType: string, payload: Readonly<Record<string, unknown>>): Promise<void>;
  /** The hundred newest runs that were started so, the newest first: of one workflow, by file name or id, or by events of the repository. */
  runs(of: { readonly workflow: string } | 'repository events'): Promise<readonly ListedRun[]>;
  /** Text of a workflow's file at a branch or tag; `undefined` where there is none, or the token may not see it. */
  workflowFile(workflow: string, ref: string): Promise<Uint8Array | undefined>;
}
