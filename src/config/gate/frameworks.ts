import { JudgedParts } from '../frameworks/judged-parts.ts';
import {
  type ConfigDocument,
  defaultFindings,
  type FrameworkFacts,
  frameworkFindings,
  namesFramework,
  numbersReadAnew,
  pinFiles,
  type Pins,
  pinsIn,
} from '../index.ts';
import { pathsOf } from '../../ports/asked-paths.ts';
import type { Finding } from '../../report/model.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { FileTree, Ports } from '../../ports/index.ts';
import type { Neighbours } from './neighbours.ts';

/** A lock of a large project has some megabytes. */
const maxBytes = 16 * 1024 * 1024;
/** Configs that are looked through when a framework moves. */
const maxConfigs = 2000;

/** What frameworks make of a config. */
interface ReadByFrameworks {
  /** Options that their version does not have. */
  readonly findings: readonly Finding[];
  /** Paths of texts that they read as numbers themselves. */
  readonly numbers: ReadonlySet<string>;
}

const notRead: ReadByFrameworks = { findings: [], numbers: new Set() };

/** What the frameworks of a repository know of its configs; nothing is loaded before a config names one. */
export class Frameworks {
  private readonly change: Ports['change'];
  private readonly options: FrameworkOptions;

  constructor(change: Ports['change']) {
    this.change = change;
    this.options = new FrameworkOptions(change.head);
  }

  /** What the versions at the head make of one config. */
  async of(document: ConfigDocument): Promise<ReadByFrameworks> {
    return this.options.of(document);
  }

  mayMove(): boolean {
    return mayMoveFrameworks(this.change);
  }

  /** Of configs that the change leaves alone: what worked with the framework at the merge base and does not at the head. */
  async broken(paths: readonly string[], neighbours: Neighbours): Promise<Finding[]> {
    const facts = await loadFacts();
    const { now, before, moved } = await movedPins(this.change, facts);
    if (moved.size === 0) return [];
    const findings: Finding[] = [];
    for (const path of paths.slice(0, maxConfigs)) {
      const document = await neighbours.document(path);
      if (document === undefined || !namesFramework(document)) continue;
      const known = new Set(frameworkFindings(document, facts, before).map(placeText));
      findings.push(...frameworkFindings(document, facts, now).filter((one) => !known.has(placeText(one))));
      findings.push(...defaultFindings(document, facts, before, moved));
    }
    return findings;
  }
}

/** What the versions that one commit decides on know of its configs. */
export class FrameworkOptions {
  private readonly tree: FileTree;
  private known: Promise<Pins> | undefined;
  private sure: FrameworkFacts | undefined;
  private readonly judged = new JudgedParts();

  constructor(tree: FileTree) {
    this.tree = tree;
  }

  async findings(document: ConfigDocument): Promise<readonly Finding[]> {
    if (!namesFramework(document)) return [];
    const facts = await loadFacts();
    return frameworkFindings(document, facts, await this.pins(facts));
  }

  async of(document: ConfigDocument): Promise<ReadByFrameworks> {
    if (!namesFramework(document)) return notRead;
    const facts = await loadFacts();
    const pins = await this.pins(facts);
    return {
      findings: frameworkFindings(document, facts, pins),
      numbers: numbersReadAnew(document, facts, pins),
    };
  }

  /** The same, without packages of which some requirement only gives a range: one of many programs may run in another environment. */
  async exactFindings(document: ConfigDocument): Promise<Finding[]> {
    if (!namesFramework(document)) return [];
    const facts = await loadFacts();
    const pins = await this.pins(facts);
    this.sure ??= sureFacts(facts, pins);
    return frameworkFindings(document, this.sure, pins, { shared: this.judged, bases: facts });
  }

  pins(facts: FrameworkFacts): Promise<Pins> {
    return (this.known ??= pinsOf(this.tree, facts));
  }
}

/** Whether a change touches a file that decides on versions. */
export function mayMoveFrameworks({ files }: Ports['change']): boolean {
  return pinFiles(files.map(({ path }) => path)).length > 0;
}

/** Whether the head of a change decides on other versions of frameworks than its merge base. */
export async function movesFrameworks(change: Ports['change']): Promise<boolean> {
  if (!mayMoveFrameworks(change)) return false;
  return (await movedPins(change, await loadFacts())).moved.size > 0;
}

async function movedPins(
  { base, head }: Ports['change'],
  facts: FrameworkFacts,
): Promise<{ readonly now: Pins; readonly before: Pins; readonly moved: Pins }> {
  const [now, before] = [await pinsOf(head, facts), await pinsOf(base, facts)];
  const moved = new Map([...now].filter(([name, { version }]) => before.get(name)?.version !== version));
  return { now, before, moved };
}

function sureFacts(facts: FrameworkFacts, pins: Pins): FrameworkFacts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => pins.get(name)?.isExact !== false));
}

export function placeText({ rule, line, column }: Finding): string {
  return `${rule} ${line}:${column}`;
}

async function loadFacts(): Promise<FrameworkFacts> {
  const { frameworkFacts } = await import('#lib/frameworks');
  return frameworkFacts;
}

async function pinsOf(tree: FileTree, facts: FrameworkFacts): Promise<Pins> {
  const files = pinFiles((await pathsOf(tree.list)).all);
  const texts = await Promise.all(files.map(async (file) => ({ file, text: await textOf(tree, file) })));
  return pinsIn(texts, facts);
}

/** A file that cannot be read decides on nothing here: the gate of dependencies says so. */
async function textOf(tree: FileTree, file: string): Promise<string> {
  try {
    return new TextDecoder().decode(await tree.read(file, maxBytes));
  } catch (error) {
    if (!isUserError(error)) throw error;
    return '';
  }
}
