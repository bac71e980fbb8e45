/** How V8 treats a program that ends after a second or two. It reads these flags each time that it decides, so that they count from here on. */
import { setFlagsFromString } from 'node:v8';

/** By the version of V8: none knows the flags of another. */
const waiting = [
  ['11.', '--interrupt-budget=1000000'],
  ['13.', '--invocation-count-for-maglev=4000 --invocation-count-for-turbofan=100000'],
] as const;

/**
 * V8 optimises a function after little use, in threads that take a fifth of a job and give less back. From here on they wait longer: what
 * runs for minutes is optimised all the same.
 */
export function optimiseLater(version = process.versions.v8, setFlags = setFlagsFromString): void {
  for (const [start, flags] of waiting) if (version.startsWith(start)) setFlags(flags);
}

/**
 * Lets the space of new objects grow at once to what it may have. A job makes some 20 MB of them: three collections are enough instead of
 * eight, and none looks at old objects. Its peak is higher by as much.
 */
export function growYoungSpaceAtOnce(): void {
  setFlagsFromString('--semi-space-growth-factor=16');
}

/**
 * For millions of rows. The space of new objects stays as large as it is by now: where nearly all of them stay, as rows do, a larger one only
 * takes room, of a million rows 60 MB or more, and saves no processor time. What reads them is optimised as soon as V8 would by itself.
 */
export function settleForRows(version = process.versions.v8, setFlags = setFlagsFromString): void {
  setFlags('--semi-space-growth-factor=1');
  if (version.startsWith('13.')) setFlags('--invocation-count-for-turbofan=3000');
}
