import { prepareQuery, TextIndex, type TextHit, type VectorModel } from '@jihui/platform';
import type { LegalDay } from '@jihui/kernel';
import type { NeedFacts } from '../core/listing.js';
import { patentExclusions, shownPatentExclusions, type PatentFacts } from '../core/patent.js';

/** A patent as the engine keeps it; what is not listed is taken out. */
export interface PatentRow {
  readonly id: string;
  /** Grows with every change: an older one changes nothing. */
  readonly revision: number;
  readonly text: string;
  readonly facts: PatentFacts;
}

/** The need that patents are looked for. */
export interface PatentQuery {
  readonly need: NeedFacts;
  readonly title: string;
  readonly content: string;
  /** Taken from each signal; 0: those to include and no others. */
  readonly limit: number;
  /** Patents that are scored whether or not they are admitted. */
  readonly include: readonly string[];
  readonly today: LegalDay;
}

export interface PatentHit extends TextHit {
  readonly facts: PatentFacts;
}

/** Every patent that may be recommended now: text indexed, facts at hand. */
export class PatentCorpus {
  private readonly index = new TextIndex();
  private readonly facts = new Map<string, PatentFacts>();
  private readonly revisions = new Map<string, number>();

  apply(rows: readonly PatentRow[]): void {
    const news = rows.filter((row) => (this.revisions.get(row.id) ?? 0) < row.revision);
    for (const row of news) this.revisions.set(row.id, row.revision);
    const gone = news.filter(({ facts }) => !facts.listed).map(({ id }) => id);
    this.index.remove(gone);
    for (const id of gone) this.facts.delete(id);
    const present = news.filter(({ facts }) => facts.listed);
    this.index.put(present);
    for (const { id, facts } of present) this.facts.set(id, facts);
  }

  search(
    { need, title, content, limit, include, today }: PatentQuery,
    boilerplate: ReadonlySet<string>,
  ): PatentHit[] {
    const admit = (id: string): boolean => {
      const facts = this.facts.get(id);
      return facts !== undefined && isAdmittedPatent(need, facts, today);
    };
    const hits = this.index.search(prepareQuery({ title, content }, boilerplate), { limit, include, admit });
    return hits.flatMap((hit) => {
      const facts = this.facts.get(hit.id);
      return facts === undefined ? [] : [{ ...hit, facts }];
    });
  }

  adopt(models: readonly VectorModel[]): Generator<void> {
    return this.index.adopt(models);
  }
}

/** A draft's owner sees what it would find. Of an anonymous need its owner's own patents stay: leaving them out would name it. */
export const isAdmittedPatent = (need: NeedFacts, patent: PatentFacts, today: LegalDay): boolean =>
  shownPatentExclusions(patentExclusions({ ...need, online: true }, patent, today), need, false).length === 0;
