import { Injectable } from '@nestjs/common';
import type { VectorModel } from '@jihui/platform';
import {
  LEAST_JUDGED_NEEDS,
  learnParts,
  learnSignals,
  type JudgedPair,
  type PartedPair,
  type Ranker,
} from '../core/ranker.js';
import { PART_NAMES, type PartName } from '../core/weights.js';
import { Judged, type JudgedMaterial, type ScoredPair } from './judged.js';

/** Learns the weights of a version from what people said of pairs, for the vectors it has. */
@Injectable()
export class RankerTraining {
  constructor(private readonly judged: Judged) {}

  /** Needs that can be learnt from. */
  material(): Promise<JudgedMaterial> {
    return this.judged.material('LEARNT');
  }

  /** Null where too few needs were judged. */
  async learn(material: JudgedMaterial, towers: readonly VectorModel[]): Promise<Ranker | null> {
    if (material.judged.length < LEAST_JUDGED_NEEDS) return null;
    const index = await this.judged.indexOf(material, towers);
    const prior = index.weights;
    const evenly = prior.map(() => 1);
    const plain = await this.judged.scores(material, index, { signals: evenly });
    const signals = asLargeAs(prior, learnSignals(plain.map(signalsOf), prior));
    const scored = await this.judged.scores(material, index, { signals });
    const pairs = scored.map(partsOf);
    return {
      signals,
      ...learnParts(pairs, material.settings.weights),
      needs: pairs.length,
      pairs: pairs.flat().length,
    };
  }
}

/** The same ratios with the sum of the fixed weights: beside them a signal from outside keeps its share. */
function asLargeAs(fixed: readonly number[], learnt: readonly number[]): number[] {
  const sum = (weights: readonly number[]): number => weights.reduce((total, weight) => total + weight, 0);
  const scale = sum(fixed) / (sum(learnt) || 1);
  return learnt.map((weight) => weight * scale);
}

const signalsOf = (pairs: readonly ScoredPair[]): JudgedPair[] =>
  pairs.map(({ grade, hit }) => ({ grade, signals: hit.shares }));

/** What fits besides the content counts only as far as the content does, as in the score. */
const partsOf = (pairs: readonly ScoredPair[]): PartedPair[] =>
  pairs.map(({ grade, score }) => {
    const value = (name: PartName): number => score.parts.find((part) => part.name === name)?.value ?? 0;
    const related = value('TEXT');
    const parts = Object.fromEntries(
      PART_NAMES.map((name) => [name, name === 'TEXT' ? related : related * value(name)]),
    ) as Record<PartName, number>;
    return { grade, parts };
  });
