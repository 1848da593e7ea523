import { Injectable } from '@nestjs/common';
import { Context, Parent, ResolveField } from '@nestjs/graphql';
import type { GraphContext } from '@jihui/platform';
import { cautionParts, cautionsOf, reasonParts, reasonsOf, type Part, type Score } from './core/score.js';
import type { PartName } from './core/weights.js';

/** A need with something else, scored. */
interface Pair {
  readonly needId: string;
  readonly score: Score;
}

/**
 * What a pair of a need and an expert, and one of a need and a patent, say of themselves alike: the need, the score, its parts,
 * what both name, and why. Injectable, so that its heirs inherit the constructor.
 */
@Injectable()
export abstract class PairFields<P extends Pair> {
  /** The loader's name of the shared words, and what names the pair there. */
  protected abstract readonly terms: string;
  protected abstract keyOf(pair: P): string;
  protected abstract termsOf(keys: readonly string[]): Promise<Map<string, string[]>>;

  @ResolveField()
  id(@Parent() pair: P): string {
    return this.keyOf(pair);
  }
  @ResolveField()
  need(@Parent() { needId }: P) {
    return { __typename: 'Need', id: needId };
  }
  @ResolveField()
  score(@Parent() pair: P): number {
    return pair.score.total;
  }
  @ResolveField()
  parts(@Parent() pair: P): readonly Part[] {
    return pair.score.parts;
  }
  @ResolveField()
  async sharedTerms(@Parent() pair: P, @Context() context: GraphContext): Promise<string[]> {
    const load = (keys: readonly string[]) => this.termsOf(keys);
    return (await context.load(this.terms, load, this.keyOf(pair))) ?? [];
  }
  @ResolveField()
  async reasons(@Parent() pair: P, @Context() context: GraphContext): Promise<string[]> {
    return reasonsOf(pair.score, await this.sharedTerms(pair, context));
  }
  @ResolveField()
  async reasonParts(@Parent() pair: P, @Context() context: GraphContext): Promise<PartName[]> {
    return reasonParts(pair.score, await this.sharedTerms(pair, context));
  }
  @ResolveField()
  cautions(@Parent() pair: P): string[] {
    return cautionsOf(pair.score);
  }
  @ResolveField()
  cautionParts(@Parent() pair: P): PartName[] {
    return cautionParts(pair.score);
  }
}
