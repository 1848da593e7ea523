import type { Person } from './bid.js';
import { h, t } from './dom.js';
import type { Draft } from './draft.js';
import type { Fields } from './fields.js';
import { rowTable } from './rows.js';

/** 项目负责人、团队成员: one by one, since a person stands in one bid alone. */
export function peopleTable(
  draft: Draft,
  fields: Fields,
): { readonly element: HTMLElement; read(): readonly Person[] } {
  const table = rowTable(draft, fields, 'people', {
    columns: { name: t('姓名', 'Name'), unit: t('所在单位', 'Unit') },
    numeric: [],
    add: t('添加人员', 'Add a person'),
    remove: t('移除', 'Remove'),
  });
  return {
    element: h(
      'div',
      {},
      h(
        'small',
        {},
        t(
          '先填项目负责人，再填团队成员。同一人只能参加一份方案，开标时按姓名和单位核对。',
          'The project leader first, then the team. A person takes part in one bid alone: names and units are compared when bids open.',
        ),
      ),
      table.element,
    ),
    read: () =>
      table
        .rows()
        .map(({ name = '', unit = '' }) => ({ name: name.trim(), unit: unit.trim() }))
        .filter(({ name, unit }) => name !== '' || unit !== ''),
  };
}
