import { Injectable } from '@nestjs/common';
import type { LegalDay } from '@jihui/kernel';
import { Parameters, registerParameters } from '@jihui/platform';
import { DEFAULTS, PART_NAMES, type PartName, type Settings, type Weights } from './core/weights.js';

const weightName = (part: PartName): string => `matching.weight_${part.toLowerCase()}`;
const SOURCE = '[D] reference D2, until the deployment has judged pairs of its own';

registerParameters([
  ...PART_NAMES.map((part) => ({
    name: weightName(part),
    value: DEFAULTS.weights[part],
    effectiveFrom: '2020-01-01',
    source: SOURCE,
  })),
  {
    name: 'matching.price_ceiling_basis_points',
    value: DEFAULTS.priceCeilingBasisPoints,
    effectiveFrom: '2020-01-01',
    source: '[D] reference D2: price floor > budget×2',
  },
  {
    name: 'matching.notice_score',
    value: DEFAULTS.noticeScore,
    effectiveFrom: '2020-01-01',
    source: '[D] score from which owners are told of a new match',
  },
  {
    name: 'matching.notice_limit',
    value: DEFAULTS.noticeLimit,
    effectiveFrom: '2020-01-01',
    source: '[D] matches of a new listing that are told at most',
  },
  {
    name: 'matching.list_score',
    value: DEFAULTS.listScore,
    effectiveFrom: '2020-01-01',
    source: '[D] score below which a pair is not listed',
  },
]);

/** How long a changed parameter may take to be seen. */
const KEPT_MS = 60_000;

/** The deployment's settings of matching, read once a minute. */
@Injectable()
export class SettingsReader {
  private kept: { readonly day: LegalDay; readonly until: number; readonly settings: Settings } | null = null;

  constructor(private readonly parameters: Parameters) {}

  async on(day: LegalDay): Promise<Settings> {
    if (this.kept?.day === day && this.kept.until > performance.now()) return this.kept.settings;
    const settings = await this.read(day);
    this.kept = { day, until: performance.now() + KEPT_MS, settings };
    return settings;
  }

  private async read(day: LegalDay): Promise<Settings> {
    const value = async (name: string): Promise<number> => (await this.parameters.int(name, day)).value;
    const weights: Partial<Record<PartName, number>> = {};
    for (const part of PART_NAMES) weights[part] = await value(weightName(part));
    return {
      weights: weights as Weights,
      priceCeilingBasisPoints: await value('matching.price_ceiling_basis_points'),
      noticeScore: await value('matching.notice_score'),
      noticeLimit: await value('matching.notice_limit'),
      listScore: await value('matching.list_score'),
    };
  }
}
