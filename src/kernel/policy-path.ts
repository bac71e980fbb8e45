/** Where the policy lies. */
export const policyPath = '.github/model-gates.yml';

/** The one spelling of a path in the repository: `./.github//model-gates.yml` is the policy too. */
export function relativePath(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}
