/** Keeps the positions of the highest scores seen, in a bounded heap; ties go to the earlier position. */
export class Best {
  private readonly scores: number[] = [];
  private readonly positions: number[] = [];

  constructor(private readonly limit: number) {}

  /** The lowest score that still counts; what is not above it need not be offered. */
  get threshold(): number {
    return this.scores.length < this.limit ? 0 : (this.scores[0] ?? 0);
  }

  offer(position: number, score: number): void {
    if (score <= this.threshold || this.limit <= 0) return;
    if (this.scores.length < this.limit) {
      this.scores.push(score);
      this.positions.push(position);
      this.rise(this.scores.length - 1);
      return;
    }
    this.scores[0] = score;
    this.positions[0] = position;
    this.sink(0);
  }

  /** The highest score first, the earlier position of equal ones. */
  ranked(): readonly number[] {
    return this.positions
      .map((position, at) => ({ position, score: this.scores[at] ?? 0 }))
      .sort((a, b) => b.score - a.score || a.position - b.position)
      .map(({ position }) => position);
  }

  private rise(start: number): void {
    for (let at = start; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.below(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(start: number): void {
    for (let at = start; ;) {
      let lowest = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < this.scores.length && this.below(child, lowest)) lowest = child;
      if (lowest === at) return;
      this.swap(at, lowest);
      at = lowest;
    }
  }

  private below(a: number, b: number): boolean {
    const difference = (this.scores[a] as number) - (this.scores[b] as number);
    return (
      difference < 0 || (difference === 0 && (this.positions[a] as number) > (this.positions[b] as number))
    );
  }

  private swap(a: number, b: number): void {
    [this.scores[a], this.scores[b]] = [this.scores[b] as number, this.scores[a] as number];
    [this.positions[a], this.positions[b]] = [this.positions[b] as number, this.positions[a] as number];
  }
}
