import { Injectable } from '@nestjs/common';
import type { LegalDay } from '@jihui/kernel';
import { Parameters, registerParameters } from '@jihui/platform';
import {
  DEFAULTS,
  PART_LABELS,
  PART_NAMES,
  type PartName,
  type Settings,
  type Weights,
} from './core/weights.js';

const weightName = (part: PartName): string => `matching.weight_${part.toLowerCase()}`;
const SOURCE = '本平台默认值：有本地评判的配对后再定';

registerParameters([
  ...PART_NAMES.map((part) => ({
    name: weightName(part),
    title: `匹配权重：${PART_LABELS[part]}`,
    max: 1_000,
    value: DEFAULTS.weights[part],
    effectiveFrom: '2020-01-01',
    source: SOURCE,
  })),
  {
    name: 'matching.price_ceiling_basis_points',
    title: '报价下限与预算之比的上限',
    max: 1_000_000,
    value: DEFAULTS.priceCeilingBasisPoints,
    effectiveFrom: '2020-01-01',
    source: '本平台默认值：底价超过预算两倍的不推荐',
  },
  {
    name: 'matching.notice_score',
    title: '推送匹配的最低得分',
    max: 100,
    value: DEFAULTS.noticeScore,
    effectiveFrom: '2020-01-01',
    source: '本平台默认值：达到此分才通知双方',
  },
  {
    name: 'matching.notice_limit',
    title: '新信息最多推送的匹配数',
    max: 1_000,
    value: DEFAULTS.noticeLimit,
    effectiveFrom: '2020-01-01',
    source: '本平台默认值：每条新发布最多通知的匹配数',
  },
  {
    name: 'matching.list_score',
    title: '列出匹配的最低得分',
    max: 100,
    value: DEFAULTS.listScore,
    effectiveFrom: '2020-01-01',
    source: '本平台默认值：低于此分不列出',
  },
]);

const OTHERS = {
  priceCeilingBasisPoints: 'matching.price_ceiling_basis_points',
  noticeScore: 'matching.notice_score',
  noticeLimit: 'matching.notice_limit',
  listScore: 'matching.list_score',
} as const;

/** The deployment's settings of matching, in one statement. */
@Injectable()
export class SettingsReader {
  constructor(private readonly parameters: Parameters) {}

  async on(day: LegalDay): Promise<Settings> {
    const values = await this.parameters.ints([...PART_NAMES.map(weightName), ...Object.values(OTHERS)], day);
    const value = (name: string): number => values.get(name) ?? 0;
    return {
      weights: Object.fromEntries(PART_NAMES.map((part) => [part, value(weightName(part))])) as Weights,
      priceCeilingBasisPoints: value(OTHERS.priceCeilingBasisPoints),
      noticeScore: value(OTHERS.noticeScore),
      noticeLimit: value(OTHERS.noticeLimit),
      listScore: value(OTHERS.listScore),
    };
  }
}
