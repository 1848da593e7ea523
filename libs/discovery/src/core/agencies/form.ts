import {
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
import { DiscoveryCodes, RegisterCodes } from '../errors.js';
import type { Place } from '../organisation.js';
import type { AgencyContent } from './agency.js';

export type AgencyForm = Sent<AgencyContent>;

/** The content of an agency's form, with everything that is wrong (not: missing) in it. */
export function agencyContentFrom(
  form: AgencyForm,
  place: Place,
): { readonly content: AgencyContent; readonly violations: readonly Violation[] } {
  const reader = new FieldReader(DiscoveryCodes);
  const content: AgencyContent = {
    services: [...new Set(form.services ?? [])],
    techFields: codesFrom(reader, 'techFields', '技术领域', form.techFields, (code) =>
      isCode(TECH_FIELDS, code),
    ),
    clusters: codesFrom(reader, 'clusters', '产业集群', form.clusters, (code) => place.isCluster(code)),
    divisions: codesFrom(
      reader,
      'divisions',
      '服务地域',
      form.divisions,
      (code) => place.isDivision(code),
      20,
    ),
    introduction: reader.text('introduction', '机构简介', form.introduction, 3_000),
    qualifications: reader.text('qualifications', '资质与认定', form.qualifications, 1_000),
    address: reader.text('address', '办公地址', form.address, 200),
    website: reader.link('website', '网址', form.website),
    contact: reader.text('contact', '联系人', form.contact, 50),
    phone: reader.text('phone', '联系电话', toHalfWidth(form.phone ?? ''), 30),
    email: reader.text('email', '电子邮箱', normaliseEmail(form.email ?? ''), 200),
  };
  reader.violations.when(
    content.email !== '' && content.email.length <= 200 && !isEmail(content.email),
    'email',
    RegisterCodes.EMAIL,
    '电子邮箱格式不正确，应形如 name@example.com',
  );
  return { content, violations: reader.violations.found };
}
