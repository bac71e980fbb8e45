/** Shapes of credentials that result files have been seen to hold; each pattern is linear in its input. */
const secrets =
  /\b(?:hf_[A-Za-z0-9]{16,}|gh[pousr]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{16,}|sk-[A-Za-z0-9_-]{16,}|AKIA[A-Z0-9]{12,}|xox[abprs]-[A-Za-z0-9-]{10,}|glpat-[A-Za-z0-9_-]{16,}|eyJ[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_.-]+)/g;

const shortestSecret = 16;

/** Whether something in the text looks like a credential. */
export function holdsSecret(text: string): boolean {
  return text.length >= shortestSecret && text.search(secrets) >= 0;
}

/** Terminal colours: they could glue a credential to a word. */
const colours = /\p{Cc}\[[\d;]{0,20}[A-Za-z]/gu;

const longest = 120;

/** Text from a result file that is fit for a report: no credentials, no control characters, at most 120 characters. */
export function shown(text: string): string {
  const plain = text
    .slice(0, 4 * longest)
    .replaceAll(colours, '')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replaceAll(secrets, '***');
  return plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain;
}

/** `a, b, c and 12 more`. */
export function shownList(items: readonly string[], total = items.length, most = 5): string {
  const first = items.slice(0, most).map(shown).join(', ');
  return total > most ? `${first} and ${total - most} more` : first;
}
