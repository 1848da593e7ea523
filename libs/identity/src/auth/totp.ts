import { Secret, TOTP } from 'otpauth';

/**
 * Codes of RFC 6238 as every authenticator app makes them: SHA-1, six digits, thirty seconds. The hash is no weakness here:
 * an HMAC does not rest on collisions, and apps ignore any other.
 */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Steps before and after now whose code is taken, for clocks that differ and fingers that are slow (RFC 6238 5.2). */
const WINDOW = 1;
/** RFC 4226 4, R6: 160 bits are recommended. */
export const SECRET_BYTES = 20;

const totpOf = (secret: Uint8Array, label = ''): TOTP =>
  new TOTP({
    ...FORM,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
    issuer: '技汇',
    label,
  });

/** What the app is given, as text to type and as the content of a QR code. */
export function enrolment(
  secret: Uint8Array,
  label: string,
): { readonly secret: string; readonly uri: string } {
  const totp = totpOf(secret, label);
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/**
 * The step whose code it is: the number of thirty seconds since 1970; undefined for a wrong code.
 * @param at milliseconds of the real clock: apps know no other
 */
export function stepOf(secret: Uint8Array, code: string, at: number): number | undefined {
  const totp = totpOf(secret);
  const delta = totp.validate({ token: code, timestamp: at, window: WINDOW });
  return delta === null ? undefined : totp.counter({ timestamp: at }) + delta;
}
