import { shown } from '../../kernel/text.ts';
import type { Rule } from '../../report/rule.ts';
import { versionRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import { bumpOfLabels, type Bump } from './bump.ts';
import {
  dueNext,
  isBump,
  isLine,
  isPreReleaseName,
  lineOfBranch,
  normalLine,
  type NextRequest,
} from './next.ts';
import { parseVersion } from './version.ts';

/** What is asked for, of a commit. */
export interface ClaimInputs {
  /** In front of every version tag, for several models in one repository: `qwen3-vl/`. */
  readonly prefix: string;
  /** Claims exactly this tag. */
  readonly claim?: string;
  /**
   * Claims the next number: of a line (`v2.3`), by `patch`, `minor` or `major`, by `conventional` commits and labels,
   * or `auto`: what the branch owes, and nothing on a branch that owes nothing.
   */
  readonly next?: string;
  /** `rc`, `alpha`: the next number is a pre-release. */
  readonly preRelease?: string;
  readonly branch?: string;
  /** Head branch of the pull request whose merge this commit is. */
  readonly mergedBranch?: string;
  /** Labels of that pull request: `version:minor` decides over the commits. */
  readonly labels?: readonly string[];
}

/** What is to be done with the tags. */
export type PlannedClaim =
  | { readonly kind: 'read' }
  | { readonly kind: 'exact'; readonly tag: string }
  | { readonly kind: 'next'; readonly request: NextRequest }
  | { readonly kind: 'invalid'; readonly finding: Finding };

/** Turns what a workflow or a person asks for into one deed. `asked` is what the commits since the last release ask for. */
export function plannedClaim(inputs: ClaimInputs, asked: Bump = 'patch'): PlannedClaim {
  const { prefix, claim, next, preRelease } = inputs;
  if (!isPrefix(prefix))
    return invalid(
      versionRules['invalid-tag'],
      `the prefix "${shown(prefix)}" cannot begin a tag`,
      prefixHelp,
    );
  if (claim !== undefined && next !== undefined)
    return invalid(
      versionRules['invalid-next'],
      'both a tag to claim and a next version are given',
      'Give one of them.',
    );
  if (claim !== undefined) return exact(claim, prefix);
  if (preRelease !== undefined && !isPreReleaseName(preRelease))
    return invalid(
      versionRules['invalid-next'],
      `"${shown(preRelease)}" does not name a pre-release`,
      'Give a word such as rc, alpha or beta.',
    );
  const request = next === undefined ? undefined : requestOf(next, inputs, asked);
  if (request === 'unknown')
    return invalid(
      versionRules['invalid-next'],
      `"${shown(next ?? '')}" does not say which version comes next`,
      nextHelp,
    );
  if (request === undefined) return { kind: 'read' };
  return { kind: 'next', request: preRelease === undefined ? request : { ...request, preRelease } };
}

const nextHelp = 'Give a line of releases (v2.3), or patch, minor, major, conventional or auto.';
const prefixHelp = 'Use letters, digits, dots, dashes, underscores and slashes, such as qwen3-vl/.';
const tagHelp =
  'Give three numbers, such as v2.3.1, and for a pre-release a word behind a dash: v2.4.0-rc.1.';

function requestOf(next: string, inputs: ClaimInputs, asked: Bump): NextRequest | undefined | 'unknown' {
  if (next === 'auto') return dueNext(inputs.branch, inputs.mergedBranch);
  const line = lineOfBranch(inputs.branch);
  if (next === 'conventional' || next === 'patch')
    // A release branch only ever gets patches of its own line, whatever its commits say.
    return line === undefined ? { bump: bumpOf(next, inputs, asked) } : { line };
  if (isBump(next)) return { bump: next };
  return isLine(next) ? { line: normalLine(next) } : 'unknown';
}

function bumpOf(next: 'conventional' | 'patch', { labels = [] }: ClaimInputs, asked: Bump): Bump {
  return next === 'patch' ? next : (bumpOfLabels(labels) ?? asked);
}

/** Whether the commits since the last release decide: not over a label, and not on a release branch. */
export function commitsDecide({ next, labels = [], branch }: ClaimInputs): boolean {
  return next === 'conventional' && bumpOfLabels(labels) === undefined && lineOfBranch(branch) === undefined;
}

/** The prefix may be left out of the tag. */
function exact(claim: string, prefix: string): PlannedClaim {
  const tag = claim.startsWith(prefix) ? claim : `${prefix}${claim}`;
  if (parseVersion(tag, prefix) !== undefined) return { kind: 'exact', tag };
  return invalid(versionRules['invalid-tag'], `"${shown(claim)}" is not a version`, tagHelp);
}

/** Of the names that git allows, those that mean nothing to a shell either. */
function isPrefix(prefix: string): boolean {
  return /^(?![-./])[\w./-]{0,100}$/.test(prefix) && !/\.\.|\/\/|\/\.|\.(?:lock)?\//.test(prefix);
}

function invalid(rule: Rule, message: string, help: string): PlannedClaim {
  return { kind: 'invalid', finding: rule.finding({ message, help }) };
}
