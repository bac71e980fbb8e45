/** The facts of frameworks as the code of a module: the build puts it in the place of src/bundles/frameworks.ts. */
import { brotliCompressSync } from 'node:zlib';
import type { Framework, FrameworkFacts } from '../src/config/frameworks/facts.ts';
import { factsOf, optionsOf } from '../src/config/frameworks/options.ts';
import { parseVersion } from '../src/pep440/version.ts';

/** A CommonJS module that exports `frameworkFacts`, a sixth smaller in the archive than the JSON. Throws where the facts are damaged: a build stops, never a user's run. */
export function packedFacts(json: string): string {
  const facts = JSON.parse(json) as FrameworkFacts;
  const faults = Object.entries(facts).flatMap(([name, framework]) =>
    faultsOf(framework).map((fault) => `${name}: ${fault}`),
  );
  if (faults.length > 0) throw new Error(`facts.json is damaged: ${faults.slice(0, 5).join('; ')}`);
  const packed = brotliCompressSync(JSON.stringify(facts)).toString('base64');
  return `const { brotliDecompressSync } = require('node:zlib');\nexports.frameworkFacts = JSON.parse(brotliDecompressSync(Buffer.from('${packed}', 'base64')).toString());\n`;
}

/** What cannot be right in the facts of one framework: versions that are none, spans that overlap or leave them, choices and new names that there are not. */
export function faultsOf(framework: Framework): string[] {
  const groups = Object.keys(framework.groups);
  const names = new Set(groups.flatMap((group) => [...optionsOf(framework, group).keys()]));
  return [
    ...framework.versions
      .filter((version) => parseVersion(version) === undefined)
      .map((version) => `version ${version}`),
    ...Object.values(framework.renamed)
      .filter((name) => !names.has(name))
      .map((name) => `new name ${name}`),
    ...groups.flatMap((group) => optionFaults(framework, group).map((name) => `${name} of ${group}`)),
  ];
}

function optionFaults(framework: Framework, group: string): string[] {
  const newest = framework.versions.length - 1;
  return [...optionsOf(framework, group)].flatMap(([name, word]) => {
    const isKnown = [...word.matchAll(/#(\d+)/g)].every(
      ([, place]) => framework.choices[Number(place)] !== undefined,
    );
    try {
      const spans = factsOf(framework, group, name);
      const isWhole = spans.every(
        ({ first, last }, index) => first <= last && last <= newest && first > (spans[index - 1]?.last ?? -1),
      );
      return isKnown && isWhole && spans.length > 0 ? [] : [name];
    } catch {
      return [name];
    }
  });
}
