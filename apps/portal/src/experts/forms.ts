/** Acts that give a typed reason. */
export type ReasonedAction = 'decline' | 'return' | 'suspend' | 'exit' | 'remove';

/** Which form of an expert's page is open. */
export type ExpertForm =
  | { readonly kind: ReasonedAction | 'submit' | 'submitDirectly' | 'declareRelation' }
  | { readonly kind: 'endRelation'; readonly id: string };
