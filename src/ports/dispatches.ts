export interface Run {
  readonly runId: number;
  readonly url: string;
}

/** What GitHub can start, in the repository of the target. */
export interface DispatchPort {
  /** Starts a workflow by file name or id; the run's id where this GitHub tells it. Not repeated after an unclear failure. */
  workflow(workflow: string, ref: string, inputs: Readonly<Record<string, string>>): Promise<Partial<Run>>;
  repository(eventType: string, payload: Readonly<Record<string, unknown>>): Promise<void>;
  /** Runs that repository events started lately and whose names hold the text, the newest first. */
  runsNaming(text: string): Promise<readonly Run[]>;
}
