import { words } from '../i18n/index.js';

export const matchingWords = words(
  {
    title: '匹配质量',
    intro:
      '每晚由本平台的供需信息和撮合结果训练新的向量版本。留出的反馈从不参与训练，用来比较各版本；启用前请先比较。',
    parts: '匹配质量',
    versions: '向量版本',
    noVersions: '还没有向量版本',
    noVersionsText: '供需信息足够多后，夜间任务会训练第一版；在此之前只按文字匹配。',
    version: '版本',
    versionOf: (number: number) => `第 ${number} 版`,
    state: '状态',
    states: { ACTIVE: '使用中', CANDIDATE: '待启用', RETIRED: '已停用' },
    trained: '训练时间',
    from: '训练材料',
    fromText: (listings: number, pairs: number) => `供需信息 ${listings} 条，文本对 ${pairs} 组`,
    outcome: { USEFUL: '评价有用', ACCEPTED: '双方确认意向', SIGNED: '已签约', CONTRACTED: '合同已登记' },
    pairs: (count: number) => `${count} 组`,
    ndcg: '留出反馈 nDCG@10',
    auc: '留出反馈 AUC',
    unknown: '尚无可比',
    act: '操作',
    use: '启用',
    useAsk: '启用后，新的匹配按这一版排序；正在使用的版本停用，可随时换回。',
    used: '已启用',
    baseline: '仅按文字',
    judged: (needs: number, pairs: number) => `比较所用：${needs} 项需求，${pairs} 组配对。`,
    noneJudged: '还没有可比的留出反馈：需要同一需求下既有有用、也有没用的评价或成交结果。',
    learnt: '学得的权重',
    noneLearnt: '还没有学得权重',
    noneLearntText: '同一需求下评价不一的成果满 50 项需求后，随新版本一并学习；在此之前按参数中的权重计分。',
    learntFrom: (needs: number, pairs: number) =>
      `学自 ${needs} 项需求、${pairs} 组配对的评价和成交结果；没有说明问题的部分保持原来的权重。`,
    weights: '各项权重',
    part: '得分项',
    weight: '权重',
    calibration: '得分与认可率',
    score: '得分',
    goodShare: '被认可的比例',
    history: '启用记录',
  },
  {
    title: 'Quality of matching',
    intro:
      'Each night new vectors are trained from the platform’s own listings and from what came of matches. Feedback that is held out is never trained from: compare the versions by it before you put one in use.',
    parts: 'Quality of matching',
    versions: 'Versions of the vectors',
    noVersions: 'No version yet',
    noVersionsText:
      'The nightly job trains the first one once there are enough listings; until then words alone decide.',
    version: 'Version',
    versionOf: (number: number) => `Version ${number}`,
    state: 'State',
    states: { ACTIVE: 'In use', CANDIDATE: 'Waiting', RETIRED: 'Retired' },
    trained: 'Trained',
    from: 'Trained from',
    fromText: (listings: number, pairs: number) => `${listings} listings, ${pairs} pairs of texts`,
    outcome: {
      USEFUL: 'Found useful',
      ACCEPTED: 'Interest confirmed',
      SIGNED: 'Signed',
      CONTRACTED: 'Contract registered',
    },
    pairs: (count: number) => `${count} pairs`,
    ndcg: 'nDCG@10 held out',
    auc: 'AUC held out',
    unknown: 'Nothing to compare',
    act: 'Action',
    use: 'Put in use',
    useAsk:
      'New matches are ranked by this version; the one in use is retired and can be taken back at any time.',
    used: 'In use now',
    baseline: 'Words alone',
    judged: (needs: number, pairs: number) => `Compared on ${needs} needs and ${pairs} pairs.`,
    noneJudged:
      'There is no feedback to compare by yet: it takes a need whose results were judged differently, or were signed.',
    learnt: 'Learnt weights',
    noneLearnt: 'No weights learnt yet',
    noneLearntText:
      'Once 50 needs have results that were judged differently, the next version learns from them; until then the weights set as parameters count.',
    learntFrom: (needs: number, pairs: number) =>
      `Learnt from what was said and came of ${pairs} pairs of ${needs} needs; what they do not tell stays as it was.`,
    weights: 'Weights of the parts',
    part: 'Part',
    weight: 'Weight',
    calibration: 'Score and how often it was right',
    score: 'Score',
    goodShare: 'Found useful',
    history: 'Put in use',
  },
);

/** What was done to a version, by the action's name. */
export const modelActs = words<Readonly<Record<string, string>>>(
  { useMatchingModel: '启用' },
  { useMatchingModel: 'Put in use:' },
);
