import { unitsOf } from '@jihui/platform';

type Pair = number | string;

/** BM25 (k1 1.2, b .75) over pairs of neighbouring characters: what the product is compared with in the same run. */
export class BigramBm25 {
  private readonly counts = new Map<string, Map<Pair, number>>();
  private readonly lengths = new Map<string, number>();
  private readonly holders = new Map<Pair, string[]>();
  private readonly average: number;

  constructor(documents: readonly { readonly id: string; readonly text: string }[]) {
    let units = 0;
    for (const { id, text } of documents) {
      const { pairs } = unitsOf(text);
      const counts = new Map<Pair, number>();
      for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
      this.counts.set(id, counts);
      this.lengths.set(id, pairs.length);
      for (const pair of counts.keys()) {
        const holders = this.holders.get(pair);
        if (holders === undefined) this.holders.set(pair, [id]);
        else holders.push(id);
      }
      units += pairs.length;
    }
    this.average = units / Math.max(1, documents.length) || 1;
  }

  /** Best first; of the pool alone where one is given. A word repeated in the query counts as often. */
  rank(query: string, pool?: Iterable<string>): { id: string; score: number }[] {
    const scores = new Map<string, number>([...(pool ?? [])].map((id) => [id, 0]));
    for (const pair of unitsOf(query).pairs) {
      const holders = this.holders.get(pair) ?? [];
      const idf = Math.log(1 + (this.counts.size - holders.length + 0.5) / (holders.length + 0.5));
      for (const id of holders) {
        if (pool !== undefined && !scores.has(id)) continue;
        const count = this.counts.get(id)?.get(pair) ?? 0;
        const discount = 1.2 * (0.25 + (0.75 * (this.lengths.get(id) ?? 0)) / this.average);
        scores.set(id, (scores.get(id) ?? 0) + (idf * count * 2.2) / (count + discount));
      }
    }
    return [...scores]
      .map(([id, score]) => ({ id, score }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }
}
