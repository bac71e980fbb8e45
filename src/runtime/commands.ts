import type { Commands } from '../gates/ports.ts';

/** Runs the programs that the workflow itself passes; what that takes is loaded with the first of them. */
export const actionCommands: Commands = {
  run: async (...command) => (await import('#lib/git')).runCommand(...command),
};
