import type { Sent, Violation } from '@jihui/kernel';
import { FormReader, type Place } from './form.js';
import { attachmentsFrom, modesFrom, type FormOwner } from './result.form.js';
import type { Contact, NeedContent, NeedIndicator } from './types.js';
import { NEED_TYPES, URGENCIES, VISIBILITY_TIERS } from './vocabulary.js';

/** A need's form as it is sent. */
export type NeedForm = Sent<Omit<NeedContent, 'indicators' | 'contact'>> & {
  readonly indicators?:
    readonly (Sent<NeedIndicator> & { readonly operator: NeedIndicator['operator'] })[] | null;
  readonly contact?: Sent<Contact> | null;
};

const keyOf = <T extends object>(table: T, key: string | null | undefined): keyof T | null =>
  key != null && Object.hasOwn(table, key) ? (key as keyof T) : null;

/** The content of a need's form, with everything that is wrong (not: missing) in it. */
export function needContentFrom(
  form: NeedForm,
  owner: FormOwner,
  place: Place,
): { readonly content: NeedContent; readonly violations: readonly Violation[] } {
  const reader = new FormReader(place);
  const content: NeedContent = {
    title: reader.text('title', '需求名称', form.title, 100),
    description: reader.text('description', '现状与难点', form.description, 5_000),
    keywords: reader.texts('keywords', '关键词', form.keywords, { items: 10, max: 30 }),
    needType: keyOf(NEED_TYPES, form.needType),
    indicators: reader.items('indicators', '指标', form.indicators, 30, (indicator, path) => ({
      name: reader.text(`${path}.name`, '指标名称', indicator.name, 100),
      operator: indicator.operator,
      target: reader.text(`${path}.target`, '目标值', indicator.target, 200),
      unit: reader.text(`${path}.unit`, '计量单位', indicator.unit, 30),
      testMethod: reader.text(`${path}.testMethod`, '检测方法', indicator.testMethod, 200),
    })),
    foundation: reader.text('foundation', '已有基础', form.foundation, 2_000),
    cooperationModes: modesFrom(form.cooperationModes),
    budgetNegotiable: form.budgetNegotiable ?? null,
    budgetMin: reader.fen('budgetMin', '预算', form.budgetMin),
    budgetMax: reader.fen('budgetMax', '预算上限', form.budgetMax),
    payment: reader.text('payment', '付款方式', form.payment, 500),
    neededBy: reader.day(form.neededBy),
    urgency: keyOf(URGENCIES, form.urgency) ?? 'NORMAL',
    ...reader.classification(form, owner.divisionCode),
    ownerScale: reader.text('ownerScale', '企业规模', form.ownerScale, 20),
    anonymous: form.anonymous ?? false,
    wantsChallenge: form.wantsChallenge ?? false,
    contact: reader.contact(form.contact),
    attachmentIds: attachmentsFrom(reader, form.attachmentIds),
    visibility: VISIBILITY_TIERS.find((tier) => tier === form.visibility) ?? 'PUBLIC',
    validUntil: reader.day(form.validUntil),
  };
  return { content, violations: reader.violations.found };
}
