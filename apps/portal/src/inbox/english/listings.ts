import type { English } from '../../i18n/reading.js';

/** Results, needs, matches and searches. */
export const listings: English = {
  // Results
  '成果{0}待您审核': 'The result {0} waits for your review',
  '科研人员已提交成果，请核对权属、密级和定价后通过或退回':
    'A researcher has handed it in; check ownership, confidentiality and price, then approve or return it',
  '成果{0}待科技部门审核': 'The result {0} waits for the bureau’s review',
  '{0}已审核通过该成果，请在期限内审核并发布或退回':
    '{0} has approved it; review it in time, then publish or return it',
  '成果{0}已通过单位审核': 'The result {0} was approved by its organisation',
  '现由科技部门审核，通过后即上线': 'The bureau reviews it now; once approved it is online',
  '成果{0}被退回': 'The result {0} was returned',
  '请打开成果查看退回原因，修改后重新提交': 'Open it to see why, change it and hand it in again',
  '成果{0}已上线': 'The result {0} is online',
  企业现在可以检索到该成果: 'Enterprises can find it now',
  '企业现在可以检索到该成果，有效期至 {0}': 'Enterprises can find it now, until {0}',
  '成果{0}即将到期': 'The result {0} expires soon',
  '该成果有效期至 {0}，请及时续期；到期后将自动下线':
    'It is valid until {0}; renew it in time, or it goes offline by itself',
  '该成果，请及时续期；到期后将自动下线': 'Renew it in time, or it goes offline by itself',
  '成果{0}已到期下线': 'The result {0} has expired and is offline',
  '续期后可重新上线；不再推广的不必处理':
    'Renew it to bring it online again; if it is no longer offered, nothing has to be done',
  '成果{0}因知识产权失效下线': 'The result {0} is offline, since its intellectual property has lapsed',
  '请更新知识产权状态，或改以其他方式修订后重新提交':
    'Update the status of the rights, or offer it in another way and hand it in again',
  '成果{0}被强制下架': 'The result {0} was taken down',
  '请打开成果查看原因，修改后重新提交，或与科技部门联系':
    'Open it to see why, change it and hand it in again, or contact the bureau',
  '成果{0}已恢复上线': 'The result {0} is online again',

  // Needs
  '需求{0}待科技部门审核': 'The need {0} waits for the bureau’s review',
  '{0}提交了需求，请在期限内审核并发布或退回':
    '{0} has handed it in; review it in time, then publish or return it',
  '需求{0}被退回': 'The need {0} was returned',
  '请打开需求查看退回原因，修改后重新提交': 'Open it to see why, change it and hand it in again',
  '需求{0}已上线': 'The need {0} is online',
  系统正在为该需求匹配成果: 'Results are being matched with it',
  '系统正在为该需求匹配成果，有效期至 {0}': 'Results are being matched with it, until {0}',
  '需求{0}即将到期': 'The need {0} expires soon',
  '该需求有效期至 {0}，请及时续期；到期后将自动关闭':
    'It is valid until {0}; renew it in time, or it closes by itself',
  '该需求，请及时续期；到期后将自动关闭': 'Renew it in time, or it closes by itself',
  '需求{0}已到期': 'The need {0} has expired',
  '仍有需要的请续期；已解决的请标记为已解决': 'Renew it if it still stands; if it is solved, mark it so',
  '需求{0}被强制下架': 'The need {0} was taken down',
  '请打开需求查看原因，修改后重新提交，或与科技部门联系':
    'Open it to see why, change it and hand it in again, or contact the bureau',
  '需求{0}已恢复上线': 'The need {0} is online again',
  '需求{0}已转为揭榜任务': 'The need {0} became a challenge call',
  '后续按揭榜任务办理，该需求不再单独对接':
    'It goes on as a challenge call; no deals are made on it by itself',

  // Matches and searches
  '为您的需求{0}找到 {1} 项成果': '{1} {1|result|results} found for your need {0}',
  '有 {0} 项需求与您的成果{1}相符': '{0} {0|need fits|needs fit} your result {1}',
  '最相符的是{0}，匹配度 {1}': 'The best is {0}, with a score of {1}',
  '最相符的是{0}，匹配度 {1}，都涉及{2}': 'The best is {0}, with a score of {1}; both name {2}',
  '请查看推荐理由，并告诉我们是否有用': 'See the reasons and tell us whether it is useful',
  '昨夜为您找到 {0} 条新匹配': '{0} new {0|match|matches} found for you last night',
  '涉及 {0} 项成果、需求、专利或专长': 'They concern {0} of your results, needs, patents or skills',
  '以下是最相符的 {0} 项，另有 {1} 项，可在各自页面查看':
    'Here are the best {0}; {1} more are on their own pages',
  '为需求{0}找到的成果：{1} 个，最高匹配度 {2}':
    'Results for the need {0}: {1}, the best with a score of {2}',
  '与成果{0}相符的需求：{1} 个，最高匹配度 {2}':
    'Needs for the result {0}: {1}, the best with a score of {2}',
  '为需求{0}找到的专家：{1} 个，最高匹配度 {2}':
    'Experts for the need {0}: {1}, the best with a score of {2}',
  '与您的专长相配的需求：{0} 个，最高匹配度 {1}': 'Needs for your skills: {0}, the best with a score of {1}',
  '为需求{0}找到的专利：{1} 个，最高匹配度 {2}':
    'Patents for the need {0}: {1}, the best with a score of {2}',
  '与专利{0}相符的需求：{1} 个，最高匹配度 {2}':
    'Needs for the patent {0}: {1}, the best with a score of {2}',
  '为需求{0}找到的成果': 'Results for the need {0}',
  '与成果{0}相符的需求': 'Needs for the result {0}',
  '为需求{0}找到的专家': 'Experts for the need {0}',
  与您的专长相配的需求: 'Needs for your skills',
  '为需求{0}找到的专利': 'Patents for the need {0}',
  '与专利{0}相符的需求': 'Needs for the patent {0}',
  '为您的需求{0}找到 {1} 位专家': '{1} {1|expert|experts} found for your need {0}',
  '最相符的匹配度 {0}': 'The best has a score of {0}',
  '最相符的匹配度 {0}，都涉及{1}': 'The best has a score of {0}; both name {1}',
  '有 {0} 项需求与您的专长相配': '{0} {0|need fits|needs fit} your expertise',
  '不是您的方向的，可以说明原因，以后不再推荐':
    'Where it is none for you, say why; it is not recommended again',
  '“{0}”有 {1} 项新成果': '“{0}”: {1} new {1|result|results}',
  '“{0}”有 {1} 项新需求': '“{0}”: {1} new {1|need|needs}',
  '“{0}”有 {1} 项新专利': '“{0}”: {1} new {1|patent|patents}',
  '{0}等 {1} 项': '{0} and others, {1} in all',
};
