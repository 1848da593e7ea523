import {
  DISCIPLINES,
  FieldReader,
  isCode,
  isEmail,
  normaliseEmail,
  TECH_FIELDS,
  toHalfWidth,
  type Sent,
  type Violation,
} from '@jihui/kernel';
import { codesFrom } from '../codes.js';
import { DiscoveryCodes, ExpertCodes } from '../errors.js';
import type { Place } from '../organisation.js';
import { PRIVATE_FIELDS, type ExpertContent, type Privacy, type Tier } from './expert.js';

export type ExpertForm = Sent<ExpertContent>;

/** The content of a profile's form, with everything that is wrong (not: missing) in it. */
export function expertContentFrom(
  form: ExpertForm,
  place: Place,
): { readonly content: ExpertContent; readonly violations: readonly Violation[] } {
  const reader = new FieldReader(DiscoveryCodes);
  const content: ExpertContent = {
    title: reader.text('title', '职称', form.title, 50),
    position: reader.text('position', '职务', form.position, 50),
    degree: reader.text('degree', '学历学位', form.degree, 50),
    unitName: reader.text('unitName', '工作单位', form.unitName, 100),
    disciplines: codesFrom(reader, 'disciplines', '学科', form.disciplines, (code) =>
      isCode(DISCIPLINES, code),
    ),
    techFields: codesFrom(reader, 'techFields', '技术领域', form.techFields, (code) =>
      isCode(TECH_FIELDS, code),
    ),
    clusters: codesFrom(reader, 'clusters', '产业集群', form.clusters, (code) => place.isCluster(code)),
    keywords: reader.texts('keywords', '研究方向', form.keywords, { items: 15, max: 30 }),
    introduction: reader.text('introduction', '个人简介', form.introduction, 3_000),
    achievements: reader.text('achievements', '代表性成果', form.achievements, 3_000),
    modes: [...new Set(form.modes ?? [])],
    availability: form.availability ?? 'OPEN',
    availabilityNote: reader.text('availabilityNote', '时间说明', form.availabilityNote, 200),
    phone: reader.text('phone', '联系电话', toHalfWidth(form.phone ?? ''), 30),
    email: reader.text('email', '电子邮箱', normaliseEmail(form.email ?? ''), 200),
  };
  reader.violations.when(
    content.email !== '' && content.email.length <= 200 && !isEmail(content.email),
    'email',
    ExpertCodes.EMAIL,
    '电子邮箱格式不正确，应形如 name@example.com',
  );
  return { content, violations: reader.violations.found };
}

/** Readers of each field, as they were where nothing was chosen. */
export const privacyFrom = (sent: Sent<Privacy> | null | undefined, before: Privacy): Privacy =>
  Object.fromEntries(
    PRIVATE_FIELDS.map((field): [string, Tier] => [field, sent?.[field] ?? before[field]]),
  ) as Privacy;
