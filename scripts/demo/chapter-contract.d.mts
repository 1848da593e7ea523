import type { Named } from './chapter-deal.mjs';
import type { MainJobOutcome, Stage } from './main-job.mjs';

export function applyAndRegister(stage: Stage, deal: Named): Promise<MainJobOutcome>;
/** The application, submitted and not yet looked at. */
export function applyForRegistration(stage: Stage, deal: Named): Promise<Named>;
export function reviewAndRegister(stage: Stage, submitted: Named): Promise<MainJobOutcome>;
