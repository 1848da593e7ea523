import type { Named } from './chapter-deal.mjs';
import type { MainJobOutcome, Stage } from './main-job.mjs';

export function applyAndRegister(stage: Stage, deal: Named): Promise<MainJobOutcome>;
