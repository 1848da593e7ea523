import type { Stage } from './main-job.mjs';

export interface Named {
  readonly id: string;
  readonly version: number;
}
export interface Disclosing extends Named {
  readonly disclosure: { readonly id: string; readonly startsOn: string; readonly endsOn: string };
}
export function openTheDeal(stage: Stage, need: Named, result: Named): Promise<Named>;
export function agreeThePrice(stage: Stage, deal: Named): Promise<Named>;
export function startTheDisclosure(stage: Stage, deal: Named): Promise<Disclosing>;
export function refuseEarly(stage: Stage, deal: Named): Promise<void>;
export function daysOf(deal: Disclosing): number;
export function completeTheDisclosure(stage: Stage, deal: Disclosing): Promise<Named>;
export function signTheContract(stage: Stage, deal: Named): Promise<Named>;
