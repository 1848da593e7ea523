import type { Membership } from '@jihui/kernel';

/** Values of the parameter that says whose second factor (两步验证) is due. */
export const DueOf = { nobody: 0, administrators: 1, officers: 2 } as const;

const isBureau = ({ kind }: Membership): boolean => kind === 'BUREAU_CITY' || kind === 'BUREAU_COUNTY';

/** Whether a person with these places has to have a second factor; `of` is the parameter's value. */
export function owesFactor(of: number, places: readonly Membership[]): boolean {
  if (of === DueOf.nobody) return false;
  if (places.some(({ roles }) => roles.includes('PLATFORM_ADMIN'))) return true;
  return (
    of === DueOf.officers &&
    places.some((place) => isBureau(place) && place.roles.some((role) => role !== 'MEMBER'))
  );
}

/** What one typed, through whichever input method and with whichever blanks, as it is compared. */
export function normaliseCode(text: string): string {
  const bare = text.slice(0, 100).normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return /^\d{6}$/.test(bare) ? bare : bare.replace(/O/g, '0').replace(/[IL]/g, '1');
}

export const isTotp = (code: string): boolean => /^\d{6}$/.test(code);

/** No letter that reads as a digit or as another letter. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const HALF = 5;

/** A code of 50 bits that one can read out: the low five bits of each byte. */
export function recoveryCodeOf(random: Uint8Array): string {
  const letters = [...random].map((byte) => ALPHABET.charAt(byte & 31)).join('');
  return `${letters.slice(0, HALF)}-${letters.slice(HALF, 2 * HALF)}`;
}

/** Bytes that a recovery code is made of. */
export const RECOVERY_BYTES = 2 * HALF;
