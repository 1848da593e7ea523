import type { LegalDay } from '@jihui/kernel';

/** discovery.patent: an entry of the patent register. */
export interface PatentSnapshot {
  readonly id: string;
  readonly version: number;
  /** Normalised application number. */
  readonly number: string;
  /** As the office writes it, e.g. ZL202010123456.7. */
  readonly displayNumber: string;
  readonly kind: 'INVENTION_PATENT' | 'UTILITY_MODEL' | 'DESIGN_PATENT';
  readonly title: string;
  readonly summary: string;
  readonly keywords: readonly string[];
  readonly ipc: readonly string[];
  readonly applicants: readonly string[];
  readonly inventors: readonly string[];
  /** The organisation that keeps the entry. */
  readonly ownerId: string;
  readonly ownerName: string;
  readonly createdBy: string;
  readonly divisionCode: string;
  readonly cluster: string | null;
  readonly techField: string | null;
  /** 法律状态, e.g. GRANTED. */
  readonly state: string;
  /** Published or granted. Anything else is its holder's secret: not to be shown, matched or indexed. */
  readonly open: boolean;
  readonly filedOn: LegalDay;
  readonly expiresOn: LegalDay;
  /** What the holder is warned of by this event; null where it is none. */
  readonly warning: string | null;
}
