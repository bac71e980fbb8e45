import { runsTable } from '../config/settings.ts';
import { name, text } from '../kernel/kinds.ts';
import { section, settings, type ValuesOf } from '../kernel/settings.ts';
import { trunkSections } from './settings.ts';

const trackerTable = settings({
  mlflow: {
    kind: text({ min: 8, max: 500 }),
    required: true,
    default: '',
    description:
      'Address of the tracking server, such as https://mlflow.example. Credentials come from MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD.',
  },
  experiment: {
    kind: name,
    default: 'model-gates',
    description: 'Name of the experiment. Default: {default}.',
  },
});

export type TrackerSettings = ValuesOf<typeof trackerTable>;

/** What a policy says of more than one gate, with a default for everything. */
export const policySections = settings({
  ...runsTable,
  tracker: {
    kind: section(trackerTable),
    description:
      'Where a change that only tunes opens the run that it asks for; its evaluation before the merge is then light.',
  },
  ...trunkSections,
});
