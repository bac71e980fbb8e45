import { launchEverywhere } from './launcher.ts';
import { wholeNight } from './seed.ts';

// In the night git is started as the product starts it.
launchEverywhere(!wholeNight);
