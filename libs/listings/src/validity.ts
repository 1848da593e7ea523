import { Injectable } from '@nestjs/common';
import { addDays, legalDayOf, type LegalDay } from '@jihui/kernel';
import { Parameters } from '@jihui/platform';

/** Until when a listing stays online, and the version of the parameter that says so. */
export interface Term {
  readonly expiresOn: LegalDay;
  readonly validityParameter: string;
}

/** Counts the terms of listings. */
@Injectable()
export class Validity {
  constructor(private readonly parameters: Parameters) {}

  /** A term that begins now: as long as the parameter allows, or shorter where the owner wished so. */
  async from(now: Date, parameter: string, wished: LegalDay | null): Promise<Term> {
    const today = legalDayOf(now);
    const { value, id } = await this.parameters.int(parameter, today);
    const longest = addDays(today, value);
    const ahead = wished !== null && wished >= today && wished < longest;
    return { expiresOn: ahead ? wished : longest, validityParameter: id };
  }
}
