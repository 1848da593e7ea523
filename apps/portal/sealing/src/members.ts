import { asDecimal, SHARES, type Member } from './bid.js';
import { buttons, h, show, t } from './dom.js';
import type { Draft } from './draft.js';
import type { Fields } from './fields.js';

const COLUMNS = ['name', ...SHARES] as const;
const NOBODY: Member = { name: '', work: '', money: '', ip: '' };

/** 创新联合体: the lead first, each with shares of work, money and intellectual property. */
export function memberTable(
  draft: Draft,
  fields: Fields,
): { readonly element: HTMLElement; read(): readonly Member[] } {
  const list = h('div', {});
  const members = (): readonly Member[] => JSON.parse(draft.get('members') || '[]') as Member[];
  const titles: Readonly<Record<keyof Member, string>> = {
    name: t('单位', 'Organisation'),
    work: t('工作 %', 'Work %'),
    money: t('经费 %', 'Money %'),
    ip: t('知识产权 %', 'IP %'),
  };
  const keep = (next: readonly Member[]): void => draft.set('members', JSON.stringify(next));
  const put = (next: readonly Member[]): void => {
    keep(next);
    draw();
  };
  const cell = (member: Member, at: number, column: keyof Member): HTMLInputElement => {
    const input = h('input', {
      ...{ 'aria-label': `${titles[column]} ${at + 1}`, placeholder: titles[column] },
      ...(column === 'name' ? {} : { inputmode: 'decimal' }),
    });
    input.value = member[column];
    input.addEventListener('input', () =>
      keep(members().map((one, place) => (place === at ? { ...one, [column]: input.value } : one))),
    );
    return input;
  };
  const add = h(
    'button',
    { type: 'button', onclick: () => put([...members(), NOBODY]) },
    t('添加单位', 'Add an organisation'),
  );
  const draw = (): void =>
    show(
      list,
      ...members().map((member, at) =>
        h(
          'div',
          { class: 'row' },
          ...COLUMNS.map((column) => cell(member, at, column)),
          h(
            'button',
            {
              ...{
                type: 'button',
                class: 'plain',
                'aria-label': `${t('移除单位', 'Remove organisation')} ${at + 1}`,
              },
              onclick: () => put(members().filter((_, place) => place !== at)),
            },
            t('移除', 'Remove'),
          ),
        ),
      ),
    );
  draw();
  return {
    element: h(
      'div',
      {},
      h(
        'small',
        {},
        t(
          '单独揭榜的不填。联合揭榜的先填牵头单位，再填成员单位；工作、经费、知识产权各自合计 100%。',
          'Leave empty for a single bidder. The lead first, then the members; work, money and intellectual property sum to 100% each.',
        ),
      ),
      list,
      buttons(add),
      fields.faultOf('members', add),
    ),
    read: () =>
      members()
        .map(({ name, work, money, ip }) => ({
          ...{ name: name.trim(), work: asDecimal(work), money: asDecimal(money), ip: asDecimal(ip) },
        }))
        .filter(({ name, work, money, ip }) => [name, work, money, ip].some((typed) => typed !== '')),
  };
}
