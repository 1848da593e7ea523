import { cleanText, Violations } from '@jihui/kernel';
import { isEmail } from '../contact.js';

export const normaliseName = (text: string): string => cleanText(text).replace(/\s+/g, ' ');

/** What is wrong with the name and address of a registration; `normaliseEmail` comes before. */
export const checkProfile = (profile: {
  readonly displayName: string;
  readonly email?: string;
}): Violations => {
  const violations = new Violations().text('displayName', '姓名', profile.displayName, { min: 2, max: 40 });
  return profile.email === undefined ? violations : checkEmail(profile.email, violations);
};

export const checkEmail = (email: string, violations = new Violations()): Violations =>
  violations.when(!isEmail(email), 'email', 'MALFORMED', '请填写完整的邮箱地址，如 name@example.com');
