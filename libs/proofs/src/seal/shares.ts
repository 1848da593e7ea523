import { at } from '../list.js';
import { combine, split } from 'shamir-secret-sharing';
import { hex, own, sameBytes, tagged, unhex, type Bytes } from '../bytes.js';
import { Fault, FAULTS } from '../fault.js';
import { EPHEMERAL, openWith, sealTo } from './hpke.js';

/** Who keeps a share, and the key that it is sealed to. */
export interface Custodian {
  readonly id: string;
  /** X25519, 32 bytes, hexadecimal. */
  readonly publicKey: string;
}

/** A share as it stands, sealed, in the head of what was sealed. */
export interface SealedShare extends Custodian {
  /** HPKE: the encapsulated key and the share, hexadecimal. */
  readonly sealed: string;
  /** What a released share must hash to. A share is 256 random bits, so its hash tells nothing of it. */
  readonly hash: string;
}

/** What a custodian gives out once the deadline is over. */
export interface ReleasedShare {
  readonly custodian: string;
  /** Hexadecimal. */
  readonly share: string;
}

/** What sealing the shares needed, kept inside what was sealed, so that anyone can seal them again and compare. */
export interface ShareSecrets {
  readonly shares: readonly string[];
  readonly ephemerals: readonly string[];
}

/** What a share is sealed for: a share of one context opens nothing in another. */
export interface ShareContext {
  readonly purpose: string;
  readonly subject: string;
}

/**
 * Splits a secret for its custodians (Shamir over GF(256)) and seals each share to its custodian's own key.
 * @param threshold how many shares open it, from 2 to the number of custodians
 * @throws Fault IMPOSSIBLE
 */
export async function shareOut(
  secret: Bytes,
  custodians: readonly Custodian[],
  threshold: number,
  context: ShareContext,
): Promise<{ readonly sealed: readonly SealedShare[]; readonly secrets: ShareSecrets }> {
  possible(custodians, threshold);
  const shares = await split(secret, custodians.length, threshold);
  const ephemerals = custodians.map(() => crypto.getRandomValues(new Uint8Array(EPHEMERAL)));
  const sealed = await sealAll(shares.map(own), ephemerals, custodians, context);
  return { sealed, secrets: { shares: shares.map(hex), ephemerals: ephemerals.map(hex) } };
}

function possible(custodians: readonly Custodian[], threshold: number): void {
  const ids = new Set(custodians.map(({ id }) => id));
  const keys = new Set(custodians.map(({ publicKey }) => publicKey));
  if (ids.size !== custodians.length || keys.size !== custodians.length)
    throw new Fault(FAULTS.IMPOSSIBLE, '保管人或其公钥重复');
  if (
    !Number.isInteger(threshold) ||
    threshold < 2 ||
    threshold > custodians.length ||
    custodians.length > 255
  )
    throw new Fault(FAULTS.IMPOSSIBLE, '开启所需的份额数须在 2 与保管人数之间');
}

const sealAll = (
  shares: readonly Bytes[],
  ephemerals: readonly Bytes[],
  custodians: readonly Custodian[],
  context: ShareContext,
): Promise<SealedShare[]> =>
  Promise.all(
    custodians.map(async ({ id, publicKey }, place) => {
      const info = infoOf(context, id);
      const sealed = await sealTo(unhex(publicKey, 32), info, at(shares, place), at(ephemerals, place));
      return { id, publicKey, sealed: hex(sealed), hash: hex(hashOf(context, id, at(shares, place))) };
    }),
  );

const infoOf = ({ purpose, subject }: ShareContext, custodian: string): Bytes =>
  tagged('jihui/share-info/1', purpose, subject, custodian);
const hashOf = ({ purpose, subject }: ShareContext, custodian: string, share: Bytes): Bytes =>
  tagged('jihui/share/1', purpose, subject, custodian, share);

/**
 * A custodian's own share, opened with the private key.
 * @throws Fault WRONG_SHARE where what was sealed for this custodian is not a share that fits its hash
 */
export async function releaseShare(
  sealed: SealedShare,
  privateKey: Bytes,
  context: ShareContext,
): Promise<ReleasedShare> {
  const share = await openWith(privateKey, infoOf(context, sealed.id), unhex(sealed.sealed));
  if (share === undefined || hex(hashOf(context, sealed.id, share)) !== sealed.hash)
    throw new Fault(FAULTS.WRONG_SHARE, `保管人 ${sealed.id} 的份额无法解开，或与投标时的份额摘要不符`);
  return { custodian: sealed.id, share: hex(share) };
}

/** Whether a released share is the one that was sealed; anyone can ask. */
export function isTheShare(sealed: SealedShare, released: ReleasedShare, context: ShareContext): boolean {
  return (
    released.custodian === sealed.id &&
    /^(?:[0-9a-f]{2})+$/.test(released.share) &&
    hex(hashOf(context, sealed.id, unhex(released.share))) === sealed.hash
  );
}

/**
 * The secret, from the shares that are what was sealed; wrong ones are left aside.
 * @throws Fault TOO_FEW_SHARES; BADLY_SEALED where what was dealt are no shares of one secret
 */
export async function secretOf(
  sealed: readonly SealedShare[],
  released: readonly ReleasedShare[],
  threshold: number,
  context: ShareContext,
): Promise<Bytes> {
  const good = sealed.flatMap((one) => {
    const found = released.find((candidate) => isTheShare(one, candidate, context));
    return found === undefined ? [] : [unhex(found.share)];
  });
  if (good.length < threshold)
    throw new Fault(FAULTS.TOO_FEW_SHARES, `有效份额 ${good.length} 份，开启需要 ${threshold} 份`);
  // Shares that are as they were sealed and still fit no polynomial were dealt so: lengths that differ, a place twice.
  const secret = await combine(good.slice(0, threshold)).catch(() => undefined);
  if (secret === undefined)
    throw new Fault(FAULTS.BADLY_SEALED, '份额均有效，但不能拼出密钥：投标封装不符合要求');
  return own(secret);
}

/**
 * Whether the sealing was made as it must be, told from what stood inside: every custodian got a share of the same
 * secret, sealed as the head shows. Without this a bidder could make a bid that only chosen custodians can open.
 */
export async function isFairlyShared(
  secret: Bytes,
  sealed: readonly SealedShare[],
  threshold: number,
  secrets: ShareSecrets,
  context: ShareContext,
): Promise<boolean> {
  const shares = secrets.shares.map((share) => unhex(share));
  const ephemerals = secrets.ephemerals.map((ephemeral) => unhex(ephemeral, EPHEMERAL));
  if (shares.length !== sealed.length || ephemerals.length !== sealed.length) return false;
  const again = await sealAll(shares, ephemerals, sealed, context);
  const same = again.every(
    ({ sealed: bytes, hash }, place) => bytes === at(sealed, place).sealed && hash === at(sealed, place).hash,
  );
  return same && (await onOnePolynomial(secret, shares, threshold));
}

/**
 * The first k shares give one polynomial of degree k − 1. A further share lies on it exactly where it and the first
 * k − 1 give the same secret: two such polynomials that meet in k − 1 points and at zero are the same.
 */
async function onOnePolynomial(secret: Bytes, shares: readonly Bytes[], threshold: number): Promise<boolean> {
  const base = shares.slice(0, threshold - 1);
  for (const share of shares.slice(threshold - 1)) {
    const combined = await combine([...base, share]).catch(() => undefined);
    if (combined === undefined || !sameBytes(combined, secret)) return false;
  }
  return true;
}
