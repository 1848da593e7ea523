import { act, type Actor, type Violation } from '@jihui/kernel';
import type { Broker } from './broker.js';
import { brokerLifecycle } from './lifecycle.js';
import { brokerPolicy } from './policy.js';
import { brokerRules } from './rules.js';

/** Where an action on a broker's entry is decided. */
export const brokerMachine = act({
  lifecycle: brokerLifecycle,
  stateOf: (broker: Broker) => broker.state,
  rules: brokerRules,
  policy: brokerPolicy,
});

/** What still keeps an entry from being submitted. */
export const missingOfBroker = (broker: Broker, actor: Actor, now: Date): readonly Violation[] =>
  brokerRules.submit.flatMap((rule) => [...rule(broker, { actor, now })]);
