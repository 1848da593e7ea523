import { lengthOf, Violations, type Violation } from '@jihui/kernel';

/** Full-width digits typed through an input method are the same password. */
export const normalisePassword = (password: string): string => password.normalize('NFKC');

const MIN = 10;
/** Hashing has a cost that grows with nothing but this. */
const MAX = 128;

const COMMON = [
  'password',
  'qwerty',
  'asdfgh',
  'zxcvbn',
  'iloveyou',
  'woaini',
  'abc123',
  'admin',
  'welcome',
  '1q2w3e',
  '1qaz2wsx',
  '123456',
  '111111',
  '000000',
  '666666',
  '888888',
];

/** What is left when the commonplace parts are taken out. */
const remainder = (text: string, parts: readonly string[]): string =>
  parts.reduce((left, part) => left.replaceAll(part, ''), text);

/**
 * Length counts, composition rules do not (NIST SP 800-63B 5.1.1.2): at least ten characters that
 * are not just a common password or one's own name with something attached.
 */
export function checkPassword(
  password: string,
  personal: readonly string[],
  path = 'password',
): readonly Violation[] {
  const violations = new Violations().text(path, '密码', password, { min: MIN, max: MAX });
  if (violations.found.length > 0) return violations.found;
  const lower = password.toLowerCase();
  const own = personal.map((text) => text.toLowerCase()).filter((text) => lengthOf(text) >= 4);
  const weak = new Set(lower).size < 5 || lengthOf(remainder(lower, [...COMMON, ...own])) < 5;
  return violations.when(weak, path, 'COMMON', '这个密码太常见或含有本人信息，请换一个更长、不易猜的密码')
    .found;
}
