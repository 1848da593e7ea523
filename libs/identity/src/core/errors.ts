/** Codes that only identity throws; the general ones stand in the kernel's `Codes`. */
export const IdentityCodes = {
  /** E-mail or password is wrong, or there is no such account: the three look alike. */
  SIGN_IN_FAILED: 'IDENTITY.SIGN_IN_FAILED',
  /** The password or phone code is right and a platform administrator suspended the account. */
  PERSON_SUSPENDED: 'IDENTITY.PERSON_SUSPENDED',
  /** A mailed link that is unknown, expired, used up or replaced by a newer one. */
  LINK_INVALID: 'IDENTITY.LINK_INVALID',
  /** A phone code that is wrong, expired, used up, or tried five times. */
  CODE_INVALID: 'IDENTITY.CODE_INVALID',
  /** The person asked to confirm by password gave a wrong one. */
  PASSWORD_WRONG: 'IDENTITY.PASSWORD_WRONG',
  /** Password or phone code is right, and the code of the second factor is to follow. */
  SECOND_FACTOR_ASKED: 'IDENTITY.SECOND_FACTOR_ASKED',
  /** A code of the second factor that is wrong, too old, or was used before. */
  SECOND_FACTOR_WRONG: 'IDENTITY.SECOND_FACTOR_WRONG',
  /** Nobody is on the way in here: the password was given too long ago, elsewhere, or the tries are used up. */
  STEP_OVER: 'IDENTITY.STEP_OVER',
  /** The second factor is on already, or off, or was begun too long ago. */
  SECOND_FACTOR_STATE: 'IDENTITY.SECOND_FACTOR_STATE',
  /** No issuer is set. */
  OIDC_OFF: 'IDENTITY.OIDC_OFF',
  /** The issuer says that the person did not sign in there. */
  OIDC_REFUSED: 'IDENTITY.OIDC_REFUSED',
  /** State, nonce, issuer, code or identity are not what was asked for. */
  OIDC_INVALID: 'IDENTITY.OIDC_INVALID',
  /** No account is linked to the identity. */
  OIDC_UNKNOWN: 'IDENTITY.OIDC_UNKNOWN',
  /** Another account is linked to the identity. */
  OIDC_TAKEN: 'IDENTITY.OIDC_TAKEN',
  /** Whoever has this role switches the second factor on first, or may not switch it off. */
  SECOND_FACTOR_DUE: 'IDENTITY.SECOND_FACTOR_DUE',
  /** Another account has confirmed this phone. */
  PHONE_TAKEN: 'IDENTITY.PHONE_TAKEN',
  /** Another live organisation holds this 统一社会信用代码. */
  USCC_TAKEN: 'IDENTITY.USCC_TAKEN',
  /** The officer belongs to the organisation under review. */
  REVIEWER_INVOLVED: 'IDENTITY.REVIEWER_INVOLVED',
  /** The person is a member, was invited, or has asked to join already. */
  ALREADY_MEMBER: 'IDENTITY.ALREADY_MEMBER',
  /** What a bureau reads of its area is others'. */
  EXPORT_OF_BUREAU: 'IDENTITY.EXPORT_OF_BUREAU',
  /** The export is not ready, or may no longer be fetched. */
  EXPORT_OVER: 'IDENTITY.EXPORT_OVER',
  /** A PLATFORM_ADMIN's role is given and taken by platform administrators alone. */
  PLATFORM_ADMIN_ONLY: 'IDENTITY.PLATFORM_ADMIN_ONLY',
} as const;

/** Codes of violations, in `extensions.violations[].code`. */
export const IdentityViolations = {
  /** A registered fact of an approved organisation: the bureau corrects it. */
  REGISTERED_FACT: 'IDENTITY.REGISTERED_FACT',
  /** The organisation would be left without an administrator. */
  LAST_ADMIN: 'IDENTITY.LAST_ADMIN',
  /** The platform would be left without a platform administrator. */
  LAST_PLATFORM_ADMIN: 'IDENTITY.LAST_PLATFORM_ADMIN',
  /** The account has no second factor that could be taken off. */
  NO_SECOND_FACTOR: 'IDENTITY.NO_SECOND_FACTOR',
  /** The organisation is not ACTIVE. */
  ORGANISATION_NOT_ACTIVE: 'IDENTITY.ORGANISATION_NOT_ACTIVE',
  /** The invitation's last moment has passed. */
  INVITATION_EXPIRED: 'IDENTITY.INVITATION_EXPIRED',
  /** Organisations of this kind have no such role. */
  ROLE_NOT_ALLOWED: 'IDENTITY.ROLE_NOT_ALLOWED',
  /** The authorised person is not an active member. */
  NOT_A_MEMBER: 'IDENTITY.NOT_A_MEMBER',
  /** Not a well-formed 统一社会信用代码, or its check character is wrong. */
  USCC_INVALID: 'IDENTITY.USCC_INVALID',
} as const;
