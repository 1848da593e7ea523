import type { Named } from './chapter-deal.mjs';
import type { MainJobOutcome, Stage } from './main-job.mjs';

export function applyAndRegister(stage: Stage, deal: Named): Promise<MainJobOutcome>;
/** The application, submitted and not yet looked at. */
export function applyForRegistration(stage: Stage, deal: Named): Promise<Named>;
/** A selection: the form that `fillInAndSubmit` starts from. */
export const APPLICATION_FORM: string;
export function fillInAndSubmit(stage: Stage, started: Named, text: Buffer): Promise<Named>;
export function reviewAndRegister(stage: Stage, submitted: Named): Promise<MainJobOutcome>;
