import { Injectable } from '@nestjs/common';
import type { LegalDay, PatentKind } from '@jihui/kernel';
import { Parameters } from '@jihui/platform';
import { PATENT_KINDS } from '../core/patents/patent.js';
import type { FeeRules } from '../core/patents/fees.js';
import type { WarningDays } from '../core/patents/warnings.js';
import { bandParameter, FEE_BANDS, PARAMETERS } from '../parameters.js';

/** What the calendar of fees and the warnings count by on a day. */
export interface FeeBookOfDay {
  readonly rules: FeeRules;
  readonly days: WarningDays;
  readonly filingMonths: number;
}

const bandsOf = (kind: PatentKind): number[] => Object.keys(FEE_BANDS[kind]).map(Number);
const NAMES = [
  ...Object.values(PARAMETERS),
  ...PATENT_KINDS.flatMap((kind) => bandsOf(kind).map((year) => bandParameter(kind, year))),
];

/** Reads the parameters of patents, all of them in one statement. */
@Injectable()
export class FeeBook {
  constructor(private readonly parameters: Parameters) {}

  async on(day: LegalDay): Promise<FeeBookOfDay> {
    const values = await this.parameters.ints(NAMES, day);
    const value = (name: string): number => values.get(name) ?? 0;
    const bands = Object.fromEntries(
      PATENT_KINDS.map((kind) => [
        kind,
        bandsOf(kind).map((fromYear) => ({ fromYear, fen: value(bandParameter(kind, fromYear)) })),
      ]),
    ) as unknown as FeeRules['bands'];
    return {
      rules: {
        bands,
        reduction: {
          NONE: 0,
          SINGLE: value(PARAMETERS.REDUCTION_SINGLE),
          JOINT: value(PARAMETERS.REDUCTION_JOINT),
        },
        reductionYears: value(PARAMETERS.REDUCTION_YEARS),
        graceMonths: value(PARAMETERS.GRACE),
        surchargeBasisPoints: value(PARAMETERS.SURCHARGE),
        soonDays: value(PARAMETERS.FIRST_FEE),
      },
      days: {
        firstFee: value(PARAMETERS.FIRST_FEE),
        lastFee: value(PARAMETERS.LAST_FEE),
        expiry: value(PARAMETERS.EXPIRY),
        filing: value(PARAMETERS.FILING_REMINDER),
      },
      filingMonths: value(PARAMETERS.FILING),
    };
  }
}
