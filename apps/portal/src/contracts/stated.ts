import type { ReactNode } from 'react';
import type { Fact } from '../design/DetailPage.js';

/** Facts whose value is there; what the viewer's sight does not cover is left out. */
export const stated = (entries: readonly (readonly [label: ReactNode, value: ReactNode])[]): Fact[] =>
  entries.flatMap(([label, value]) =>
    value === null || value === undefined || value === '' ? [] : [{ label, value }],
  );
