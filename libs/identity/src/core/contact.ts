import { cleanText, toHalfWidth } from '@jihui/kernel';

const EMAIL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/;
const MOBILE = /^1[3-9]\d{9}$/;
const TELEPHONE = /^\+?[0-9()-]{7,20}(转[0-9]{1,6})?$/;

/** An address as stored and compared: half width, lower case. */
export const normaliseEmail = (text: string): string => toHalfWidth(cleanText(text)).toLowerCase();

export const isEmail = (email: string): boolean => email.length <= 254 && EMAIL.test(email);

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
