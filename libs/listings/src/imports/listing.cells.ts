import { INDUSTRY_SECTIONS, TECH_FIELDS } from '@jihui/kernel';
import type { CellReader, PlaceNames } from '@jihui/platform';
import type { Contact } from '../core/types.js';

const VISIBILITY = { PUBLIC: '公开', SIGNED_IN: '登录可见', NDA: '签署保密协议可见' } as const;

type ContactCells = CellReader<'contact' | 'contactName' | 'contactPhone' | 'contactEmail'>;

/** The contact: an object in JSONL, three columns in a table. */
const contactFrom = (cells: ContactCells) =>
  cells.object('contact', (contact: CellReader<keyof Contact>) => ({
    name: contact.text('name'),
    phone: contact.text('phone'),
    email: contact.text('email'),
  })) ?? {
    name: cells.text('contactName'),
    phone: cells.text('contactPhone'),
    email: cells.text('contactEmail'),
  };

/** Where a listing belongs: cluster, field of technology, industry. */
export const classificationFrom = (
  cells: CellReader<'cluster' | 'techField' | 'ipc' | 'industry'>,
  places: PlaceNames,
) => ({
  cluster: cells.code('cluster', places.clusters),
  techField: cells.code('techField', TECH_FIELDS),
  ipc: cells.list('ipc'),
  industry: cells.code('industry', INDUSTRY_SECTIONS),
});

/** How a listing is offered: by whom, to whom, until when and where. */
export const offerFrom = (
  cells: ContactCells & CellReader<'visibility' | 'validUntil' | 'divisionCode'>,
  places: PlaceNames,
) => ({
  contact: contactFrom(cells),
  visibility: cells.code('visibility', VISIBILITY),
  validUntil: cells.day('validUntil'),
  divisionCode: cells.code('divisionCode', places.divisions),
});
