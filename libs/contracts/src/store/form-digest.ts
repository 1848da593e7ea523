import { canonical } from '@jihui/kernel';
import { sha256 } from '@jihui/platform';
import type { ContractForm } from '../core/contract.js';

/** Digests of the forms at hand, as they were read or written. */
const digests = new WeakMap<ContractForm, string>();

/** SHA-256 of the form as canonical JSON: what its history is held to. */
export function formDigest(form: ContractForm): string {
  const known = digests.get(form);
  if (known !== undefined) return known;
  return newFormDigest(form);
}

/** The same of a form that is being written, whatever was known of it: fields may have come since it was read. */
export function newFormDigest(form: ContractForm): string {
  const digest = sha256(canonical(form));
  digests.set(form, digest);
  return digest;
}

/** Takes note of the digest that stands beside the form; null for one that was written before digests were kept. */
export function withDigest(form: ContractForm, digest: string | null): ContractForm {
  if (digest !== null) digests.set(form, digest);
  return form;
}
