import { told, type Sentence, type Told } from '@jihui/kernel';

/** 不符合, 提示: what the check leads to by itself; the officer decides. */
export type FindingLevel = 'BLOCK' | 'WARNING';

/** One thing that the check of an opened bid found, with the rule it rests on. */
export interface Finding extends Told {
  readonly code: string;
  readonly level: FindingLevel;
  /** The indicator's code, for what concerns one. */
  readonly indicator?: string;
  readonly article?: string;
}

export const B4 = '本市揭榜制揭榜方条件（参考 B4）';
export const B3 = '本市揭榜制榜单要求（参考 B3）';

export const finding = (
  level: FindingLevel,
  code: string,
  sentence: Sentence,
  more: Partial<Finding> = {},
): Finding => ({
  ...{ level, code, ...told(sentence) },
  ...more,
});

export const when = (is: boolean, found: () => Finding): readonly Finding[] => (is ? [found()] : []);
