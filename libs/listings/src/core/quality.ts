import type { NeedContent, NeedIndicator } from './types.js';

/** One part of the demand quality score. */
export interface QualityPart {
  readonly code: string;
  readonly name: string;
  readonly score: number;
  readonly max: number;
  /** What to add; null at full marks. */
  readonly advice: string | null;
}
export interface DemandQuality {
  /** 0–100. */
  readonly score: number;
  readonly parts: readonly QualityPart[];
}

/** An indicator that can be tested: a number to reach, not a wish. */
export const isQuantified = (indicator: NeedIndicator): boolean =>
  indicator.operator !== 'QUALITATIVE' && /\d/.test(indicator.target.normalize('NFKC'));

type Scale = readonly (readonly [atLeast: number, score: number])[];
const scored = (value: number, scale: Scale): number => scale.find(([atLeast]) => value >= atLeast)?.[1] ?? 0;

const part = (code: string, name: string, score: number, max: number, advice: string): QualityPart => ({
  code,
  name,
  score,
  max,
  advice: score === max ? null : advice,
});

/**
 * How well a need can be answered (reference D1; the weights are our default [D]): above all whether
 * its indicators can be measured, then budget, day and description. Drives the broker's 需求诊断.
 */
export function demandQuality(content: NeedContent): DemandQuality {
  const quantified = content.indicators.filter(isQuantified);
  const tested = quantified.filter((indicator) => indicator.testMethod !== '').length;
  const budget = content.budgetMax !== null ? 20 : content.budgetNegotiable === true ? 5 : 0;
  const classified = content.techField !== null && content.keywords.length >= 3;
  const parts = [
    part(
      'INDICATORS',
      '指标量化',
      scored(quantified.length, [
        [3, 30],
        [2, 22],
        [1, 15],
      ]) || (content.indicators.length > 0 ? 5 : 0),
      30,
      '把希望达到的效果写成可检测的数值，例如“转换效率 ≥ 24%”，至少三项',
    ),
    part(
      'TEST_METHODS',
      '检测方法',
      quantified.length === 0 ? 0 : Math.round((10 * tested) / quantified.length),
      10,
      '为每项指标写明检测方法或标准',
    ),
    part('BUDGET', '预算', budget, 20, '给出预算范围，“面议”会减少回应'),
    part('DEADLINE', '期限', content.neededBy === null ? 0 : 10, 10, '写明希望完成的日期'),
    part(
      'DESCRIPTION',
      '现状与难点',
      scored([...content.description].length, [
        [300, 15],
        [150, 10],
        [50, 5],
      ]),
      15,
      '写清现有工艺、试过的办法和失败的原因，300 字以上为宜',
    ),
    part('FOUNDATION', '已有基础', content.foundation === '' ? 0 : 5, 5, '写明已有的设备、人员和前期工作'),
    part('COOPERATION', '合作方式', content.cooperationModes.length === 0 ? 0 : 5, 5, '选择期望的合作方式'),
    part('CLASSIFICATION', '领域与关键词', classified ? 5 : 0, 5, '选择技术领域，并填写至少 3 个关键词'),
  ];
  return { score: parts.reduce((sum, { score }) => sum + score, 0), parts };
}
