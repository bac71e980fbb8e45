/** `text` without any of the secrets, whatever an answer repeats, and in which of the usual spellings: as it is, in JSON, in a URL, in base64. */
export function redact(text: string, secrets: readonly (string | undefined)[]): string {
  return (
    secrets
      .filter((secret) => secret !== undefined)
      .filter((secret) => secret.length > 0)
      .flatMap(spellings)
      // The longer first: one may hold another.
      .toSorted((a, b) => b.length - a.length)
      .reduce((clean, secret) => clean.replaceAll(secret, '***'), text)
  );
}

export function spellings(secret: string): string[] {
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret.toWellFormed()),
    new URLSearchParams({ '': secret }).toString().slice(1),
    Buffer.from(secret).toString('base64'),
  ];
}
