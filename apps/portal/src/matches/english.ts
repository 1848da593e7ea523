import type { English } from '../i18n/reading.js';

/** Matches: why a pair is kept apart, what a verdict needs, who chooses the vectors. */
export const english: English = {
  '不能推荐：{0}': 'Cannot be recommended: {0}',
  请选择其他成果或需求: 'choose another result or need',
  '这一组合已有人工推荐，无需重复添加': 'A broker has recommended this pair already',
  '该版本正在使用，无需再次启用': 'This version is in use already',
  只有平台管理员可以启用向量版本: 'Only platform administrators put a version of the vectors in use',
  '成果的知识产权已全部失效，不能再以专利名义转让或许可':
    'all intellectual property of the result has lapsed: it can no longer be transferred or licensed as a patent',
  成果要价的下限远超需求预算的上限: 'the lowest price of the result is far above the budget of the need',
  '成果或需求未上线、已下架，或所属单位已停用':
    'the result or the need is not online, was taken down, or its organisation is suspended',
  成果与需求属于同一单位: 'the result and the need belong to the same organisation',
  '只有专家本人可以表示“不是我”': 'Only the expert can say that a need is none for them',
  评价为没用时才需要选择不合适之处: 'What does not fit is chosen only where the match is of no use',
  '专家匹配的不合适之处只有内容、领域、时间、合作方式和地域':
    'With an expert, what does not fit is contents, field, time, cooperation or place',
  '历史评价不是不合适之处，请选择其他项': 'Earlier verdicts are not what does not fit; choose something else',
  专家的入库资格已暂停: 'the expert’s place in the bank is suspended',
  '专家尚未入库、已退出专家库，或账户已停用':
    'the expert is not in the bank, has left it, or the account is suspended',
  '专家只对科技部门公开，不参加推荐': 'the expert is shown to the bureau alone and takes no part in matching',
  专家暂不接受邀请: 'the expert takes no invitations at present',
  '需求未上线、已下架，或所属单位已停用':
    'the need is not online, was taken down, or its organisation is suspended',
  专家就是需求单位的人员: 'the expert works for the organisation of the need',
  专家与需求单位有登记的回避关系: 'a relation of the expert to the organisation of the need is on record',
  专家本人表示不适合该需求: 'the expert has said that the need is none for them',
  只有推荐该组合的经纪机构可以撤回: 'Only the agency that recommended the pair can take it back',
  '专利已届满、终止或未获授权，任何人都可以自由实施，无需许可':
    'the patent has expired, lapsed or was not granted: anybody may use it without a licence',
  '专利已质押，未经质权人同意不能转让或许可':
    'the patent is pledged and cannot be transferred or licensed without the pledgee’s consent',
  专利已独占或排他许可给他人: 'the patent is licensed exclusively or solely to somebody else',
  专利与需求属于同一单位: 'the patent and the need belong to the same organisation',
  请先登录再评价: 'Sign in to give a verdict',
  只有经纪机构的技术经纪人可以人工推荐: 'Only brokers of an agency recommend pairs by hand',
  请先登录再查看消息: 'Sign in to see your messages',
  该消息: 'the message',
  该匹配: 'the match',
  该需求: 'the need',
  该成果: 'the result',
  该成果或需求: 'the result or the need',
  该人工推荐: 'the broker’s recommendation',
  推荐理由: 'the reason for the recommendation',
};
