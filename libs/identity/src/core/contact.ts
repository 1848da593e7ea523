import { cleanText, toHalfWidth } from '@jihui/kernel';

const MOBILE = /^1[3-9]\d{9}$/;
const TELEPHONE = /^\+?[0-9()-]{7,20}(转[0-9]{1,6})?$/;

export { isEmail, normaliseEmail } from '@jihui/kernel';

/** A mainland mobile number as stored: eleven digits, without +86, blanks and hyphens. */
export const normaliseMobile = (text: string): string =>
  toHalfWidth(cleanText(text))
    .replace(/-/g, '')
    .replace(/^(\+|00)86/, '');

export const isMobile = (phone: string): boolean => MOBILE.test(phone);

/** A telephone number as stored: half width, no blanks. */
export const normaliseTelephone = (text: string): string => toHalfWidth(cleanText(text));

/** A mobile number or a landline with area code and extension. */
export const isTelephone = (phone: string): boolean => TELEPHONE.test(phone);

/** Only http and https, so that a link on a public page cannot run a script. */
export const isWebsite = (url: string): boolean =>
  URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
