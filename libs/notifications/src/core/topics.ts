/** Subjects by which one chooses where to be told. */
export const TOPIC_LABELS = {
  RESULT_REVIEW: '成果审核',
  NEED_REVIEW: '需求审核',
  EXPIRY: '到期提醒',
  MATCH: '匹配推荐',
  DIGEST: '每日匹配摘要',
  DEAL: '对接进展',
  CONTRACT: '合同登记',
  ORGANISATION: '单位与成员',
  PATENT: '专利提醒',
  EXPERT: '专家库',
  INTERMEDIARY: '中介机构与经纪人',
  CALL: '揭榜制',
} as const;
export type Topic = keyof typeof TOPIC_LABELS;
export const TOPICS = Object.keys(TOPIC_LABELS) as readonly Topic[];

/** Where one is told of a topic. */
export interface Channels {
  readonly inbox: boolean;
  readonly mail: boolean;
}
/** Until somebody chooses otherwise: told in both places. */
export const DEFAULT_CHANNELS: Channels = { inbox: true, mail: true };
