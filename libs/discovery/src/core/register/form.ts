import {
  isCode,
  isEmail,
  normaliseEmail,
  TECH_FIELDS,
  toHalfWidth,
  type FieldReader,
  type Sent,
} from '@jihui/kernel';
import { codesFrom } from '../codes.js';
import { RegisterCodes } from '../errors.js';
import type { Place } from '../organisation.js';
import type { Service } from './register.js';

/** What brokers and agencies both say: what they serve with, in which fields, for whom and where. */
interface Served {
  readonly services: readonly Service[];
  readonly techFields: readonly string[];
  readonly clusters: readonly string[];
  readonly divisions: readonly string[];
}

export function servedFrom(reader: FieldReader, form: Sent<Served>, place: Place): Served {
  return {
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
  };
}

/** By what one is reached. */
export function reachedBy(reader: FieldReader, form: Sent<{ phone: string; email: string }>) {
  const phone = reader.text('phone', '联系电话', toHalfWidth(form.phone ?? ''), 30);
  const email = reader.text('email', '电子邮箱', normaliseEmail(form.email ?? ''), 200);
  reader.violations.when(
    email !== '' && email.length <= 200 && !isEmail(email),
    'email',
    RegisterCodes.EMAIL,
    '电子邮箱格式不正确，应形如 name@example.com',
  );
  return { phone, email };
}
