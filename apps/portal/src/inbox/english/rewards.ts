import type { English } from '../../i18n/reading.js';

/** Rewards and annual reports. */
export const rewards: English = {
  '{0}年度成果转化报告即将截止': 'The annual report of {0} is due soon',
  '请在 {0} 前核对数字、补充填报并报送{1}的年度报告':
    'By {0} check the figures, add what is missing and hand in the report of {1}',
  '{0}年度成果转化报告已逾期': 'The annual report of {0} is overdue',
  '截止日为 {0}，请尽快报送{1}的年度报告': 'It was due on {0}; hand in the report of {1} soon',
  '{0}逾期未报送{1}年度成果转化报告': '{0} has not handed in its annual report of {1}',
  '截止日为 {0}，请督促该单位报送': 'It was due on {0}; remind the unit',
  '{0}的成果转化奖励方案公示': 'The reward plan of {0} is disclosed',
  '公示期至 {0} 为止，本单位人员可以查看方案；有异议的请在公示期内实名提出':
    'Until {0} everybody of the unit can read it; object in that time, under your name',
  期满: 'its end',
  '{0}的奖励方案有人提出异议': 'Somebody objects to the reward plan of {0}',
  '请核实后答复；异议没有答复以前方案不能确认':
    'Look into it and answer; the plan cannot be confirmed before that',
  '{0}的奖励方案已确认': 'The reward plan of {0} is confirmed',
  '公示期满，方案已确认': 'The disclosure is over and the plan confirmed',
  您可以查看自己的奖励和发放情况: 'You can see your reward and what was paid',
};
