import { runAction } from '../../runtime/run-action.ts';
import { main } from './main.ts';

void runAction('build-dashboard', main);
