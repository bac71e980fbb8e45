/** Shell scripts, read and never run. Bundled once, loaded where a script is judged. */
export { readShell } from '../documents/shell/read.ts';
