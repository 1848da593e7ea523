import type { BidFile } from '@jihui/proofs';
import { field, h, show, t } from './dom.js';

export interface Indicator {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly operator: 'AT_LEAST' | 'AT_MOST' | 'BETWEEN' | 'EQUAL';
  readonly target: string;
  readonly upper: string | null;
  readonly core: boolean;
}
export interface Call {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly indicators: readonly Indicator[];
}

/** What is sealed as the bid's form; its files come beside it. */
export interface BidForm {
  readonly format: 'jihui-bid-form/1';
  readonly answers: readonly {
    readonly indicator: string;
    readonly promised: string;
    readonly basis: string;
  }[];
  readonly route: string;
  readonly team: string;
  readonly schedule: string;
  /** 报价, yuan as typed. */
  readonly price: string;
  /** 创新联合体: the lead first; shares of work, money and intellectual property in per cent. */
  readonly members: readonly Member[];
}
export interface Member {
  readonly name: string;
  readonly work: string;
  readonly money: string;
  readonly ip: string;
}

type Draft = Record<string, string>;

const asked = ({ operator, target, upper, unit }: Indicator): string => {
  const sign = { AT_LEAST: '≥', AT_MOST: '≤', BETWEEN: '', EQUAL: '=' }[operator];
  return operator === 'BETWEEN' ? `${target} – ${upper ?? ''} ${unit}` : `${sign} ${target} ${unit}`;
};

/** The form, kept in this browser while it is written: no draft ever goes to the platform. */
export function draftForm(
  call: Call,
  bidder: string,
): { element: HTMLElement; read(): { value: BidForm; files: readonly BidFile[] } } {
  const key = `jihui.bid.${call.id}.${bidder}`;
  const draft = JSON.parse(localStorage.getItem(key) ?? '{}') as Draft;
  const keep = (name: string, value: string): void => {
    draft[name] = value;
    localStorage.setItem(key, JSON.stringify(draft));
  };
  const input = (name: string, label: string): HTMLInputElement => {
    const element = h('input', { 'aria-label': label });
    element.value = draft[name] ?? '';
    element.addEventListener('input', () => keep(name, element.value));
    return element;
  };
  const area = (name: string, label: string): HTMLElement => {
    const element = h('textarea', { rows: '4' });
    element.value = draft[name] ?? '';
    element.addEventListener('input', () => keep(name, element.value));
    return field(label, element);
  };
  const files = h('input', { type: 'file', multiple: true });
  const members = memberTable(draft, keep);
  const element = h(
    'div',
    {},
    h('h3', {}, t('逐项响应指标', 'Answers to the indicators')),
    ...call.indicators.map((one) =>
      h(
        'fieldset',
        {},
        h('legend', {}, `${one.core ? '★ ' : ''}${one.name}（${asked(one)}）`),
        field(
          t('承诺值', 'Promised'),
          input(`promised.${one.code}`, `${one.name} ${t('承诺值', 'promised')}`),
        ),
        field(t('依据', 'Basis'), input(`basis.${one.code}`, `${one.name} ${t('依据', 'basis')}`)),
      ),
    ),
    area('route', t('技术路线', 'Technical approach')),
    area('team', t('团队与条件（姓名、单位、分工）', 'Team and facilities')),
    area('schedule', t('进度安排', 'Schedule')),
    field(t('报价（元）', 'Price (yuan)'), input('price', t('报价（元）', 'Price (yuan)'))),
    h('h3', {}, t('创新联合体（单独揭榜的不填）', 'Consortium (empty for a single bidder)')),
    members.element,
    field(
      t('附件', 'Attachments'),
      files,
      t(
        '与方案一起密封：技术方案、联合体协议等',
        'Sealed with the bid: the proposal, the consortium agreement',
      ),
    ),
    h('small', {}, t('草稿只保存在本浏览器', 'The draft is kept in this browser alone')),
  );
  const value = (name: string): string => (draft[name] ?? '').trim();
  return {
    element,
    read() {
      const answers = call.indicators.map(({ code }) => ({
        ...{ indicator: code, promised: value(`promised.${code}`), basis: value(`basis.${code}`) },
      }));
      const open = call.indicators.filter(({ code, core }) => core && value(`promised.${code}`) === '');
      if (open.length > 0)
        throw new Error(
          t('请填写核心指标的承诺值：', 'Promise a value for each core indicator: ') +
            open.map(({ name }) => name).join('、'),
        );
      if (value('route') === '') throw new Error(t('请填写技术路线', 'Say the technical approach'));
      return {
        value: {
          ...{ format: 'jihui-bid-form/1', answers, route: value('route'), team: value('team') },
          ...{ schedule: value('schedule'), price: value('price'), members: members.read() },
        },
        files: [...(files.files ?? [])].map(asBidFile),
      };
    },
  };
}

/** Whether shares in per cent, as typed, make up the whole: to hundredths, since 0.1 + 64.1 + 35.8 is not 100 in binary. */
export const isWhole = (shares: readonly string[]): boolean =>
  shares.reduce((total, share) => total + Math.round(Number(share || 0) * 100), 0) === 10_000;

const COLUMNS = ['name', 'work', 'money', 'ip'] as const;

function memberTable(draft: Draft, keep: (name: string, value: string) => void) {
  const list = h('div', {});
  const members = (): Member[] => JSON.parse(draft['members'] ?? '[]') as Member[];
  const titles: Readonly<Record<keyof Member, string>> = {
    name: t('单位', 'Organisation'),
    work: t('工作 %', 'Work %'),
    money: t('经费 %', 'Money %'),
    ip: t('知识产权 %', 'IP %'),
  };
  const set = (next: readonly Member[]): void => {
    keep('members', JSON.stringify(next));
    draw();
  };
  const draw = (): void =>
    show(
      list,
      ...members().map((member, at) =>
        h(
          'div',
          { class: 'row' },
          ...COLUMNS.map((column) => {
            const cell = h('input', {
              'aria-label': `${titles[column]} ${at + 1}`,
              placeholder: titles[column],
            });
            cell.value = member[column];
            cell.addEventListener('input', () =>
              keep(
                'members',
                JSON.stringify(
                  members().map((one, place) => (place === at ? { ...one, [column]: cell.value } : one)),
                ),
              ),
            );
            return cell;
          }),
          h(
            'button',
            { type: 'button', onclick: () => set(members().filter((_, place) => place !== at)) },
            t('删除', 'Remove'),
          ),
        ),
      ),
      h(
        'button',
        { type: 'button', onclick: () => set([...members(), { name: '', work: '', money: '', ip: '' }]) },
        t('添加单位', 'Add an organisation'),
      ),
    );
  draw();
  return {
    element: list,
    read(): readonly Member[] {
      const named = members().filter(({ name }) => name.trim() !== '');
      for (const column of ['work', 'money', 'ip'] as const) {
        if (named.length > 0 && !isWhole(named.map((member) => member[column])))
          throw new Error(t(`${titles[column]}之和应为 100`, `${titles[column]} must sum to 100`));
      }
      return named;
    },
  };
}

const asBidFile = (file: File): BidFile => ({
  name: file.name,
  type: file.type === '' ? 'application/octet-stream' : file.type,
  size: file.size,
  read: () => chunksOf(file),
});

/** The contents, a piece at a time. */
export async function* chunksOf(file: Blob): AsyncGenerator<Uint8Array> {
  const size = 1024 * 1024;
  for (let at = 0; at < file.size; at += size)
    yield new Uint8Array(await file.slice(at, at + size).arrayBuffer());
}
