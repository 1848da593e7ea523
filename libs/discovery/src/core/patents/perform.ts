import { act } from '@jihui/kernel';
import { patentLifecycle } from './lifecycle.js';
import type { Patent } from './patent.js';
import { patentPolicy } from './policy.js';
import { patentRules } from './rules.js';

/** Where an action on a patent is decided. */
export const patentMachine = act({
  lifecycle: patentLifecycle,
  stateOf: (patent: Patent) => patent.state,
  rules: patentRules,
  policy: patentPolicy,
});
