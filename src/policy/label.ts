/** A repository has no two labels that differ in the case of their letters only. */
export function labelKey(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Whether a label of the policy is among those of the pull request. */
export function isOn({ label }: { readonly label: string }, labels: readonly string[]): boolean {
  return labels.some((one) => labelKey(one) === labelKey(label));
}
