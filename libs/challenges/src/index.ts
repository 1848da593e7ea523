/** The rules of challenge calls (揭榜制). */
export * from './core/calls/modes.js';
export * from './core/conflicts/conflicts.js';
export type * from './core/conflicts/facts.js';
export * from './core/indicators/indicators.js';
export * from './core/money/ledger.js';
export * from './core/money/plan.js';
export * from './core/review/panel.js';
export * from './core/review/scoring.js';
