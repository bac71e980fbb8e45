import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from './page.ts';

/** Sigstore's public trusted root, out of the npm package that has it: keyless signatures are checked without asking anybody. */
export function trustRootPage(root: string): Page {
  const seeds = JSON.parse(
    readFileSync(path.join(root, 'node_modules/@sigstore/tuf/seeds.json'), 'utf8'),
  ) as Readonly<Record<string, { readonly targets: Readonly<Record<string, string>> } | undefined>>;
  const encoded = seeds['https://tuf-repo-cdn.sigstore.dev']?.targets['trusted_root.json'];
  if (encoded === undefined)
    throw new Error('@sigstore/tuf has no trusted_root.json of the public instance any more');
  const json = JSON.stringify(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  if (json.includes('`') || json.includes('\\') || json.includes('${'))
    throw new Error('it cannot stand in a template');
  return {
    file: 'src/signatures/gate/trust-root.ts',
    text: `/** Sigstore's public trusted root: written by \`npm run docs\` from the npm package @sigstore/tuf, which is not bundled. */\nexport const publicTrustedRoot =\n  '${json}';\n`,
  };
}
