import type { OrganisationKind } from '@jihui/kernel';

/** An organisation as this domain knows it: identity's events keep it up to date. */
export interface Organisation {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly uscc: string;
  readonly divisionCode: string;
  readonly active: boolean;
}

/** What the city's data file says of codes. */
export interface Place {
  readonly code: string;
  isCluster(code: string): boolean;
  isDivision(code: string): boolean;
}
