/** The bundle that holds octokit: loaded only when the API is called. */
export { suggestionsOf } from '../report/suggestion.ts';
export { connect, isApiFailure } from '../github/index.ts';
export type * from '../ports/github.ts';
export type * from '../ports/github-pulls.ts';
export type * from '../ports/github-repository.ts';
export type { ConnectOptions } from '../github/client/client.ts';
