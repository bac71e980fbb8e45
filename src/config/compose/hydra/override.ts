import type { ConfigNode } from '../../../documents/tree/node.ts';
import { ValueReader } from './override-value.ts';
import { OverrideError, type OverrideText } from './tokens.ts';

export interface Override {
  readonly kind: 'change' | 'add' | 'force' | 'delete';
  /** A group such as `db/engine`, or the path of a value. */
  readonly key: string;
  /** Of `group@package`. */
  readonly package: string | undefined;
  /** None of `~key`. */
  readonly value: ConfigNode | undefined;
  /** Several values, or a function that makes them: one run for each. */
  readonly isSweep: boolean;
  readonly written: OverrideText;
}

const known = new WeakMap<OverrideText, Override>();

/** Reads a word in Hydra 1.3's override grammar (hydra/grammar/Override*.g4); the same word once. Throws OverrideError. */
export function readOverride(written: OverrideText): Override {
  const read = known.get(written) ?? parseOverride(written);
  known.set(written, read);
  return read;
}

function parseOverride(written: OverrideText): Override {
  const { text } = written;
  const [, sign = '', key = '', at, equal, rest = ''] =
    /^(~|\+\+?)?([^=@]*?)(?:@([^=]*))?(?:(=)[ \t]*([\s\S]*))?$/.exec(text) ?? [];
  const isDelete = sign === '~';
  if (!isKey(key) || (at !== undefined && !isPackage(at)) || (equal === undefined && !isDelete))
    throw new OverrideError(
      `${text.slice(0, 80)} is not an override: write path=value, +path=value, ~path or group=option`,
    );
  const parsed = equal === undefined ? undefined : new ValueReader(rest, written).value();
  return {
    kind: isDelete ? 'delete' : sign === '+' ? 'add' : sign === '++' ? 'force' : 'change',
    key,
    package: at,
    value: parsed?.value,
    isSweep: parsed?.isSweep ?? false,
    written,
  };
}

const step = String.raw`(?:[a-zA-Z_$][\w$-]*|0|[1-9](?:_?\d)*)`;
const packagePattern = new RegExp(String.raw`^(?:[a-zA-Z_$][\w$-]*|${step}(?:\.${step})+)?$`);
const groupPattern = /^[a-zA-Z_][\w-]*(?:\/[a-zA-Z_][\w-]*)+$/;

function isKey(text: string): boolean {
  return isPackage(text) || groupPattern.test(text);
}

/** A package may lead back: `@:new` is no longer known. */
function isPackage(text: string): boolean {
  return packagePattern.test(text);
}
