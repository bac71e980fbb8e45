import type { Client } from './client.ts';
import { apiFailure } from './failure.ts';
import type { OperationName } from './operations.ts';
import { isObject, objectOf, textOf, type JsonObject } from './shape.ts';

/** The data of an answer, or why GitHub refuses to give one. */
export type QueryResult = { readonly data: JsonObject } | { readonly refused: string };

/** Sends a query of the GraphQL API, about the repository unless the variables say otherwise. Rejects with an ApiFailure where no answer came. */
export async function query(
  { graphql, repo }: Client,
  name: OperationName,
  text: string,
  variables: JsonObject = {},
): Promise<QueryResult> {
  try {
    return {
      data: objectOf(await graphql(text, { owner: repo.owner, name: repo.repo, ...variables })) ?? {},
    };
  } catch (error) {
    const refused = refusalOf(error);
    if (refused === undefined) throw apiFailure(name, error);
    return { refused };
  }
}

/** octokit's GraphqlResponseError by its shape: status 200, with `errors`. */
function refusalOf(error: unknown): string | undefined {
  if (!isObject(error) || !Array.isArray(error['errors'])) return undefined;
  const messages = error['errors'].map((one) => textOf(objectOf(one)?.['message']) ?? 'no reason given');
  return messages.slice(0, 3).join('; ').slice(0, 400);
}
