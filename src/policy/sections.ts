import { runsTable } from '../config/settings.ts';
import { settings } from '../kernel/settings.ts';
import { trunkSections } from './settings.ts';

/** What a policy says of more than one gate, with a default for everything. */
export const policySections = settings({ ...runsTable, ...trunkSections });
