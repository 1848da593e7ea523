import { words } from '../../i18n/index.js';

/** 专家组: who they are, what they undertook and found. */
export const panelWords = words(
  {
    panel: '专家组',
    ask: (least: number) =>
      `记录每位专家的姓名、单位、承诺书签署日和意见，可分次填写；至少 ${least} 位专家都出具意见后才能记录专家组结论。合同当事人、其人员和本案登记员不得担任。`,
    expert: (n: number) => `专家 ${n}`,
    name: '姓名',
    unit: '工作单位',
    position: '职称或职务',
    undertakenOn: '承诺书签署日',
    undertakenHint: '保密与回避承诺，签署后才能出具意见',
    conclusion: '专家结论',
    favourable: '同意认定',
    against: '不同意认定',
    silent: '尚未出具意见',
    opinion: '专家意见',
    add: '增加一位专家',
    remove: (n: number) => `移除第 ${n} 位专家`,
  },
  {
    panel: 'Panel of experts',
    ask: (least: number) =>
      `Record each expert’s name, organisation, undertaking and opinion, as they come in. The panel concludes when at least ${least} have given theirs. Parties, their people and this case’s registrars may not serve.`,
    expert: (n: number) => `Expert ${n}`,
    name: 'Name',
    unit: 'Organisation',
    position: 'Title or post',
    undertakenOn: 'Undertaking signed on',
    undertakenHint: 'Confidentiality and no stake; before any opinion',
    conclusion: 'Conclusion',
    favourable: 'In favour',
    against: 'Against',
    silent: 'No opinion yet',
    opinion: 'Opinion',
    add: 'Add an expert',
    remove: (n: number) => `Remove expert ${n}`,
  },
);
