import type { Named } from './chapter-deal.mjs';
import type { Stage } from './main-job.mjs';

export function publishTheResult(stage: Stage, content: object): Promise<Named>;
export function publishTheNeed(stage: Stage, content: object): Promise<Named>;
export function findTheMatch(stage: Stage, need: Named, result: Named): Promise<void>;
