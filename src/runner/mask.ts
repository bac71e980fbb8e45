import * as core from '@actions/core';

/** Has the runner strike a secret out of everything that is printed. */
export function mask(secret: string | undefined): void {
  if (secret !== undefined && secret !== '') core.setSecret(secret);
}
