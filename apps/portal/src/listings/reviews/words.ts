import { words } from '../../i18n/index.js';

export const reviewWords = words(
  {
    title: '成果与需求审核',
    intro: '等待您审核的发布内容，等待最久的在最前。快捷键：J、K 换一项，A 通过，R 退回。',
    none: '没有等待审核的内容',
    noneText: '有新的送审时，会发到消息中心。',
    RESULT: '成果',
    NEED: '需求',
    UNIT_REVIEW: '单位审核',
    BUREAU_REVIEW: '科技部门审核',
    queue: '待审列表',
    gone: '这一项已办理，或不再由您审核',
    goneText: '按 J 看下一项。',
    kind: '类别',
    stage: '环节',
    division: '县（市、区）',
    searchLabel: '名称、编号或单位',
  },
  {
    title: 'Review of listings',
    intro:
      'What waits for your review, the longest waiting first. Keys: J and K move, A approves, R returns.',
    none: 'Nothing waits for review',
    noneText: 'New submissions are announced in your inbox.',
    RESULT: 'Result',
    NEED: 'Need',
    UNIT_REVIEW: 'Unit review',
    BUREAU_REVIEW: 'Bureau review',
    queue: 'Queue',
    gone: 'This one is done, or no longer yours to review',
    goneText: 'Press J for the next.',
    kind: 'Kind',
    stage: 'Step',
    division: 'County',
    searchLabel: 'Title, number or organisation',
  },
);
