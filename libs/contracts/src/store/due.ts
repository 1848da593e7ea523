import { sql, type Sql } from '@jihui/platform';
import type { Colour, ColourBounds } from '../core/deadline.js';

/** Whether the day of the column has the colour. */
export function colourIs(day: Sql, colour: Colour, { redUntil, amberUntil }: ColourBounds): Sql {
  switch (colour) {
    case 'RED':
      return sql`${day} <= ${redUntil}::date`;
    case 'AMBER':
      return sql`${day} > ${redUntil}::date and ${day} <= ${amberUntil}::date`;
    case 'GREEN':
      return sql`${day} > ${amberUntil}::date`;
  }
}
