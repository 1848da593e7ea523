import type { BidFile } from '@jihui/proofs';
import { asDecimal, faultsOf, type Answer, type BidForm, type Indicator, type Sealing } from './bid.js';
import { consortiumPart } from './consortium.js';
import { h, t } from './dom.js';
import { Draft } from './draft.js';
import { Fields, WrongFields } from './fields.js';
import { filePicker } from './files.js';
import { namesPart, type ReadPart } from './names.js';
import { peopleTable } from './people.js';

export interface DraftForm {
  readonly element: HTMLElement;
  /** @throws WrongFields when it has said beside each field what is wrong */
  read(): { readonly value: BidForm; readonly files: readonly BidFile[] };
  /** The draft is done with. */
  forget(): void;
}

const asked = ({ operator, target, upper, unit }: Indicator): string => {
  const sign = { AT_LEAST: '≥ ', AT_MOST: '≤ ', BETWEEN: '', EQUAL: '= ' }[operator];
  return `${sign}${operator === 'BETWEEN' ? `${target} – ${upper ?? ''}` : target} ${unit}`.trim();
};

/** The form, kept in this browser while it is written: no draft ever goes to the platform. */
export function draftForm(sealing: Sealing): DraftForm {
  const { call, bidder } = sealing;
  const draft = new Draft(`jihui.bid.${call.id}.${bidder}`);
  const fields = new Fields();
  const line = (name: string, label: string, hint = '', numeric = false): HTMLElement =>
    fields.add(
      name,
      label,
      draft.bind(name, h('input', numeric ? { inputmode: 'decimal', autocomplete: 'off' } : {})),
      hint,
    );
  const area = (name: string, label: string, hint: string): HTMLElement =>
    fields.add(name, label, draft.bind(name, h('textarea', { rows: '5' })), hint);
  // What is wrong is led to in this order.
  const asked = call.indicators.map((one) => indicatorPart(one, line));
  const how = [
    area(
      'route',
      t('技术路线', 'Technical approach'),
      t('怎样做到上述指标', 'How the indicators are reached'),
    ),
    area(
      'team',
      t('团队与条件', 'Team and facilities'),
      t('分工，已有的设备和基础', 'Who does what, and with what'),
    ),
    area(
      'schedule',
      t('进度安排', 'Schedule'),
      t('各阶段的时间、交付物和可考核的结果', 'Stages, what each delivers, and when'),
    ),
    line('price', t('报价（元）', 'Price (yuan)'), '', true),
  ];
  const people = peopleTable(draft, fields);
  const consortium = consortiumPart(draft, fields, sealing);
  const files = filePicker();
  const value = (name: string): string => draft.get(name).trim();
  const names = namesPart(() => ({
    names: {
      units: [
        sealing.bidderName,
        ...consortium.read().members.map(({ name }) => name),
        ...people.read().map(({ unit }) => unit),
      ],
      people: people.read().map(({ name }) => name),
    },
    parts: readParts(call.indicators, value, files.read()),
    attached: files.read().length > 0,
  }));

  const element = h(
    'div',
    {},
    h('h3', {}, t('逐项响应指标', 'Answers to the indicators')),
    ...asked,
    h('h3', {}, t('实施方案', 'How it will be done')),
    ...how,
    h('h3', {}, t('项目负责人和团队成员', 'Project leader and team')),
    people.element,
    h('h3', {}, t('创新联合体', 'Consortium')),
    consortium.element,
    h('h3', {}, t('附件', 'Attachments')),
    files.element,
    names.element,
  );
  for (const event of ['input', 'change', 'click']) element.addEventListener(event, () => names.look());
  names.look();
  const answerTo = ({ code, operator }: Indicator): Answer => ({
    ...{ indicator: code, promised: asDecimal(value(`promised.${code}`)), basis: value(`basis.${code}`) },
    upper: operator === 'BETWEEN' ? asDecimal(value(`upper.${code}`)) : null,
  });
  return {
    element,
    read() {
      const { members, agreement, files: agreed, faults: unfit } = consortium.read();
      const form: BidForm = {
        ...{ format: 'jihui-bid-form/1', answers: call.indicators.map(answerTo) },
        ...{ route: value('route'), team: value('team'), schedule: value('schedule') },
        ...{ price: asDecimal(value('price')), people: people.read() },
        ...{ members, agreement },
      };
      const faults = [...faultsOf(form, call), ...unfit];
      fields.tell(faults);
      if (faults.length > 0) throw new WrongFields(faults);
      return { value: form, files: [...(agreement === null ? [] : agreed), ...files.read()] };
    },
    forget: () => draft.forget(),
  };
}

/** What experts read of the form, by its labels. */
const readParts = (
  indicators: readonly Indicator[],
  value: (name: string) => string,
  files: readonly BidFile[],
): readonly ReadPart[] => [
  { label: t('技术路线', 'Technical approach'), text: value('route') },
  { label: t('团队与条件', 'Team and facilities'), text: value('team') },
  { label: t('进度安排', 'Schedule'), text: value('schedule') },
  {
    label: t('依据', 'Basis'),
    text: indicators.map(({ code }) => value(`basis.${code}`)).join('\n'),
  },
  { label: t('附件名称', 'Names of attachments'), text: files.map(({ name }) => name).join('\n') },
];

function indicatorPart(
  one: Indicator,
  line: (name: string, label: string, hint?: string, numeric?: boolean) => HTMLElement,
): HTMLElement {
  const range = one.operator === 'BETWEEN';
  const unit = one.unit === '' ? '' : t(`（${one.unit}）`, ` (${one.unit})`);
  const label = range ? t('承诺下限', 'Promised from') : t('承诺达到', 'Promised');
  return h(
    'fieldset',
    { class: 'indicator' },
    h(
      'legend',
      {},
      one.name,
      ' ',
      h('small', {}, `${t('要求', 'Asked')} ${asked(one)}${one.core ? t('，核心指标', ', core') : ''}`),
    ),
    h(
      'div',
      { class: 'pair' },
      h(
        'div',
        {},
        line(`promised.${one.code}`, label + unit, '', true),
        range && line(`upper.${one.code}`, t('承诺上限', 'Promised up to') + unit, '', true),
      ),
      line(
        `basis.${one.code}`,
        t('依据', 'Basis'),
        t('已有数据、检测报告或计算', 'Data, a test report or a calculation'),
      ),
    ),
  );
}
