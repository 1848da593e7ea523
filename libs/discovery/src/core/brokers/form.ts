import { FieldReader, type Sent, type Violation } from '@jihui/kernel';
import { DiscoveryCodes } from '../errors.js';
import type { Place } from '../organisation.js';
import { reachedBy, servedFrom } from '../register/form.js';
import type { BrokerContent } from './broker.js';

export type BrokerForm = Sent<BrokerContent>;

/** The content of an entry's form, with everything that is wrong (not: missing) in it. */
export function brokerContentFrom(
  form: BrokerForm,
  place: Place,
): { readonly content: BrokerContent; readonly violations: readonly Violation[] } {
  const reader = new FieldReader(DiscoveryCodes);
  const content: BrokerContent = {
    position: reader.text('position', '职务', form.position, 50),
    partTime: form.partTime ?? false,
    ...servedFrom(reader, form, place),
    introduction: reader.text('introduction', '个人简介', form.introduction, 2_000),
    ...reachedBy(reader, form),
  };
  return { content, violations: reader.violations.found };
}
