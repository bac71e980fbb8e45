/** Second types of parameters, as the runs of a repository use them and its code takes them. */
import { groupBy } from '../../kernel/group.ts';
import { someOf } from '../../kernel/text.ts';
import {
  type AskedType,
  isWord,
  type SecondTypes,
  type SecondValue,
  secondValues,
  type Widening,
} from '../registry/second-types.ts';
import { wordPattern } from '../registry/derive.ts';
import type { Registry } from '../registry/registry.ts';
import type { JudgedEntry } from '../runs/run.ts';
import type { LaunchRepository } from './launch-repository.ts';
import { givenPaths } from './run-findings.ts';

/** Where code says that it takes a value. */
interface Evidence {
  readonly place: string;
  /** Of a text: all that the code compares the name with. */
  readonly words: readonly string[];
}

/** Modules that are searched for words: more of them are not one program. */
const maxModules = 20_000;

/** `isOwn`: whether a file is code of the repository, and not of its tests or of others. */
export async function secondTypes(
  registry: Registry,
  entries: readonly JudgedEntry[],
  repository: LaunchRepository,
  isOwn: (path: string) => boolean,
): Promise<SecondTypes> {
  const values = entries.flatMap(({ runs }) =>
    runs.flatMap(({ document, args }) => secondValues(document, givenPaths(args), registry)),
  );
  if (values.length === 0) return { widened: new Map(), asked: [] };
  const modules = await modulesNaming(values, repository, isOwn);
  const widened = new Map<string, Widening>();
  const asked: AskedType[] = [];
  for (const group of groupBy(values, ({ paths, text }) => JSON.stringify([paths, text])).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const places = [...new Set(group.map(({ place }) => place))];
    const evidence = await evidenceFor(first, modules);
    if (evidence === undefined) asked.push({ ...first, places });
    else widen(widened, first, places, evidence);
  }
  return { widened, asked };
}

/** Texts of the modules that may say something of the names, by path. */
async function modulesNaming(
  values: readonly SecondValue[],
  repository: LaunchRepository,
  isOwn: (path: string) => boolean,
): Promise<Map<string, string>> {
  const names = new RegExp(
    `\\b(?:${[...new Set(values.map(({ name }) => name))].filter(isName).join('|')})\\b`,
  );
  const found = new Map<string, string>();
  for (const path of repository.ofKinds(['py'], maxModules).filter(isOwn)) {
    const text = await repository.text(path);
    if (text !== undefined && names.test(text)) found.set(path, text);
  }
  return found;
}

function isName(name: string): boolean {
  return /^\w+$/.test(name);
}

async function evidenceFor(
  { name, type, text }: SecondValue,
  modules: ReadonlyMap<string, string>,
): Promise<Evidence | undefined> {
  if (type === 'float') return declaredFloat(name, modules);
  return type === 'str' && isWord(text) ? comparedWith(name, text, modules) : undefined;
}

/** Code that compares the name with this very word, and all others that it knows. Of very many, the name stands for many things. */
async function comparedWith(
  name: string,
  word: string,
  modules: ReadonlyMap<string, string>,
): Promise<Evidence | undefined> {
  const { comparedWords } = await import('#lib/runs');
  const found = Array.from(modules).flatMap(([path, text]) =>
    text.includes(name) ? comparedWords(text).map((each) => ({ ...each, path })) : [],
  );
  const ofName = found.filter((each) => each.name === name && isWord(each.word));
  const first = ofName.find((each) => each.word === word);
  if (first === undefined) return undefined;
  const words = [...new Set(ofName.map((each) => each.word))].toSorted();
  if (wordPattern(new Set(words)) === undefined) return undefined;
  return { place: `${first.path}:${first.line}`, words };
}

/** Classes and command lines that declare the name, all of them as a number with a fraction. */
async function declaredFloat(
  name: string,
  modules: ReadonlyMap<string, string>,
): Promise<Evidence | undefined> {
  const { readModule } = await import('#lib/runs');
  const found = Array.from(modules).flatMap(([path, text]) => {
    const { declared, classes } = readModule(text, path);
    return [...declared, ...[...classes.values()].flatMap(({ fields }) => fields)];
  });
  const ofName = found.filter((each) => each.name === name);
  const [first] = ofName;
  if (first === undefined || ofName.some(({ type }) => type !== 'float')) return undefined;
  return { place: `${first.place.file}:${first.place.line}`, words: [] };
}

function widen(
  widened: Map<string, Widening>,
  { paths, type, text }: SecondValue,
  places: readonly string[],
  { place, words }: Evidence,
): void {
  const takes = type === 'float' ? `${place} declares a float` : `${place} compares it with that`;
  const because = `${text} of ${someOf(places)}: ${takes}`;
  for (const path of paths) {
    const known = widened.get(path);
    widened.set(path, {
      types: new Set([...(known?.types ?? []), type === 'float' ? 'float' : 'str']),
      words: new Set([...(known?.words ?? []), ...words]),
      because: [...(known?.because ?? []), because],
    });
  }
}
