import { FieldReader, type Sent, type Violation } from '@jihui/kernel';
import { DiscoveryCodes } from '../errors.js';
import type { Place } from '../organisation.js';
import { reachedBy, servedFrom } from '../register/form.js';
import type { AgencyContent } from './agency.js';

export type AgencyForm = Sent<AgencyContent>;

/** The content of an agency's form, with everything that is wrong (not: missing) in it. */
export function agencyContentFrom(
  form: AgencyForm,
  place: Place,
): { readonly content: AgencyContent; readonly violations: readonly Violation[] } {
  const reader = new FieldReader(DiscoveryCodes);
  const content: AgencyContent = {
    ...servedFrom(reader, form, place),
    introduction: reader.text('introduction', '机构简介', form.introduction, 3_000),
    qualifications: reader.text('qualifications', '资质与认定', form.qualifications, 1_000),
    address: reader.text('address', '办公地址', form.address, 200),
    website: reader.link('website', '网址', form.website),
    contact: reader.text('contact', '联系人', form.contact, 50),
    ...reachedBy(reader, form),
  };
  return { content, violations: reader.violations.found };
}
