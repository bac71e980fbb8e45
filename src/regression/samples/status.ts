/** What became of a sample: only an answered one says something of the model by its score. */
export const statuses = ['answered', 'error', 'timeout', 'truncated', 'unparsed', 'filtered'] as const;

export type Status = (typeof statuses)[number];

/** No answer of the model is behind such a sample's score: the call failed, or nothing could score what it gave. */
const withoutAnswer: ReadonlySet<Status | undefined> = new Set<Status>(['error', 'timeout']);

/** Whether the call itself failed, so that whatever score stands there is no outcome. */
export function isFailed(status: Status | undefined): boolean {
  return withoutAnswer.has(status);
}
