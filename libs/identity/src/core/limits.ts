import type { ThrottleRule } from '@jihui/kernel';

/**
 * Limits of sign-in and its links. They guard credentials and are counted in real time, by the
 * database's own clock, never in business time: moving a demo's clock ends nobody's session.
 */
export const Limits = {
  /** A session ends when it lies idle that long … */
  sessionIdleDays: 14,
  /** … and at the latest that long after signing in. */
  sessionAbsoluteDays: 60,
  /** `last seen` is written at most that often, so that reading does not write each time. */
  sessionTouchMinutes: 5,
  confirmationLinkHours: 48,
  resetLinkHours: 1,
  invitationDays: 14,
  phoneCodeMinutes: 5,
  phoneCodeTries: 5,
  tokenDaysMax: 366,
  tokensPerPerson: 20,
  /** For that long the code may follow the password … */
  stepMinutes: 10,
  /** … and be wrong that often. */
  stepTries: 5,
  /** For that long a second factor that was begun may be switched on. */
  enrolMinutes: 15,
  recoveryCodes: 10,
} as const;

/** An address may be a whole campus behind one gateway, so its limits are wide; an account's are narrow. */
export const Throttles = {
  signInAccount: { name: 'sign-in/account', limit: 10, windowMinutes: 15 },
  signInAddress: { name: 'sign-in/address', limit: 200, windowMinutes: 15 },
  registerAddress: { name: 'register/address', limit: 60, windowMinutes: 60 },
  mailAccount: { name: 'mail/account', limit: 5, windowMinutes: 60 },
  mailAddress: { name: 'mail/address', limit: 60, windowMinutes: 60 },
  phonePhone: { name: 'sms/phone', limit: 5, windowMinutes: 60 },
  phoneAddress: { name: 'sms/address', limit: 60, windowMinutes: 60 },
  linkAddress: { name: 'link/address', limit: 100, windowMinutes: 15 },
  passwordPerson: { name: 'password/person', limit: 10, windowMinutes: 15 },
  factorPerson: { name: 'factor/person', limit: 10, windowMinutes: 15 },
  invitePerson: { name: 'invite/person', limit: 100, windowMinutes: 60 },
} as const satisfies Readonly<Record<string, ThrottleRule>>;
