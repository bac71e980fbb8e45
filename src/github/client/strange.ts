/** Answers that have another shape than GitHub describes: what octokit's types say of them is not true. */
import { UserError } from '../../kernel/user-error.ts';
import { operation, type OperationName } from './operations.ts';

/** The list; throws a UserError for anything else. */
export function listed(name: OperationName, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw strange(name);
}

export function strange(name: OperationName): UserError {
  return new UserError(
    `could not ${operation(name).doing}: the answer has another shape than GitHub describes`,
    {
      help: 'See that GITHUB_API_URL is the address of a GitHub API, and that no proxy answers in its place.',
    },
  );
}
