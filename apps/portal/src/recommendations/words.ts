import type { RecommendationSide, RecommendationVerdict } from '../gql/graphql.js';
import { words } from '../i18n/index.js';

export const recommendationSides = words<Readonly<Record<RecommendationSide, string>>>(
  { NEED: '本单位的需求', RESULT: '本单位的成果' },
  { NEED: 'For my needs', RESULT: 'For my results' },
);

export const recommendationVerdicts = words<Readonly<Record<RecommendationVerdict, string>>>(
  { OPEN: '尚未评价', USEFUL: '有用', NOT_USEFUL: '没用' },
  { OPEN: 'Not judged yet', USEFUL: 'Useful', NOT_USEFUL: 'Not useful' },
);

export const recommendationWords = words(
  {
    title: '推荐给我',
    intro: '平台为本单位的成果和需求找到的合作对象，最近的在前；得分和理由为推荐当日的记录。',
    expertsIntro: '平台为本单位的需求推荐的专家，以及推荐给您本人的需求，最近的在前。',
    pairs: '成果与需求',
    experts: '专家与需求',
    side: '推荐对象',
    verdict: '我的评价',
    mine: { NEED: '您的需求', RESULT: '您的成果' },
    forMe: '您的专家档案',
    gone: '对方已下线，暂不可见',
    on: (day: string) => `${day} 推荐`,
    compare: '查看现在的匹配',
    none: '还没有推荐',
    noneText: '成果或需求上线后，平台会自动匹配，找到合适的对象会显示在这里并通知您。',
    publishResult: '发布成果',
    postNeed: '发布需求',
    noneExperts: '还没有推荐的专家或需求',
    noneExpertsText: '需求上线后会推荐专家；加入专家库后，会收到适合您的需求。',
  },
  {
    title: 'For you',
    intro:
      'Counterparts found for your organisation’s results and needs, the latest first; scores and reasons as they were on that day.',
    expertsIntro: 'Experts recommended for your needs, and needs recommended to you, the latest first.',
    pairs: 'Results and needs',
    experts: 'Experts and needs',
    side: 'For which',
    verdict: 'My verdict',
    mine: { NEED: 'Your need', RESULT: 'Your result' },
    forMe: 'Your profile',
    gone: 'Offline now and out of sight',
    on: (day: string) => `recommended on ${day}`,
    compare: 'Matches as of now',
    none: 'No recommendation yet',
    noneText:
      'Once a result or a need is online it is matched by itself; what fits shows here, and you are told.',
    publishResult: 'Publish a result',
    postNeed: 'Post a need',
    noneExperts: 'No expert or need yet',
    noneExpertsText:
      'Experts are recommended once a need is online; members of the expert bank are told of needs that fit them.',
  },
);
