import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where an example's workflow cannot run as it is: its platform is nowhere, and it has no model to evaluate. */
export function edit(folder: string, name: string, from: string, to: string): void {
  const file = path.join(folder, `.github/workflows/${name}.yml`);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not name ${from}`);
  writeFileSync(
    file,
    text.replace(from, () => to),
  );
}
