import type { Violation } from './failure.js';
import { graphql } from './graphql.js';

/** What the portal reads of whatever stands in the way. */
export const ViolationFields = graphql(`
  fragment ViolationFields on Violation {
    path
    code
    message
    pattern
    params
    article
  }
`);

/** What the portal reads of every entity's available actions: `availableActions { ...ActionFields }`. */
export const ActionFields = graphql(`
  fragment ActionFields on AvailableAction {
    action
    enabled
    reason
    violations {
      ...ViolationFields
    }
  }
`);

/** What the portal reads of every entity's history: `timeline { ...TimelineFields }`. */
export const TimelineFields = graphql(`
  fragment TimelineFields on TimelineEntry {
    at
    action
    reason
    from
    to
    actor {
      id
      displayName
    }
  }
`);

export interface AvailableAction {
  readonly action: string;
  readonly enabled: boolean;
  readonly reason?: string | null;
  readonly violations: readonly Violation[];
}

/** Whether the action is offered at all, and whether it can be done now. */
export const findAction = (
  available: readonly AvailableAction[],
  action: string,
): AvailableAction | undefined => available.find((entry) => entry.action === action);
