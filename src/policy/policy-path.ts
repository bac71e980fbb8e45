/** Where the policy lies. */
export const policyPath = '.github/model-gates.yml';
