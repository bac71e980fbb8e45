/** A workflow run, as GitHub tells of it. Times are ISO 8601. */
export interface WorkflowRun {
  readonly url: string;
  readonly headSha: string;
  /** Login of who started it. */
  readonly actor: string;
  readonly createdAt: string;
  /** When it was last heard of; of one that is done, its end. */
  readonly updatedAt: string;
  readonly completed: boolean;
}
