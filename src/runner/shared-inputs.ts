/** Inputs that many actions have, each with what it means there. */
import { flag, text } from '../kernel/fields.ts';
import { fieldOf, inputDescription, type Setting } from '../kernel/settings.ts';
import { policyPath, relativePath } from '../policy/index.ts';

export const policyInput = (description: string) => ({
  field: { ...text('a path'), parse: relativePath },
  default: policyPath,
  description,
});

/** `more`: what else is to be said of the folder. */
export const folderInput = (more = '') => ({
  field: text('a folder'),
  default: '.',
  description: `Folder of the checkout, relative to the workspace.${more}`,
});

export const tokenInput = (description: string) => ({
  field: text('a token'),
  preset: '${{ github.token }}',
  as: 'token' as const,
  description,
});

export const remoteInput = (description: string) => ({
  field: text('the name of a remote'),
  default: 'origin',
  description,
});

/** A switch that is off. */
export const switchInput = (description: string) => ({ field: flag, default: false, description });

/** A setting of the policy, which says it where nothing is given. */
export const settingInput = <S extends Setting>(setting: S) => ({
  field: fieldOf(setting),
  description: inputDescription(setting),
});
