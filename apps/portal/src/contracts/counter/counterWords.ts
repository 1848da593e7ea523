import { words } from '../../i18n/index.js';

/** 窗口代办. */
export const counterWords = words(
  {
    title: '窗口代办',
    text: '卖方持纸质材料到窗口时，由登记员代为录入：选择卖方单位，扫描材料作为附件。录入人不参加这份合同的审查。',
    seller: '卖方单位',
    note: '到场人与材料',
    noteHint: '如：经办人姓名、证件核对情况、合同原件份数。',
    start: '开始代办录入',
    by: (name: string, note: string) => `窗口代办：由登记员${name}录入。${note}`,
    waiting: '卖方登录后可以接管，接管后由卖方自行修改和提交。',
    takenOver: '卖方已接管。',
    takeOver: '接管这份申请',
    takeOverAsk: '接管后由您单位修改和提交，窗口登记员不能再修改。',
    takeOverDone: '已接管',
  },
  {
    title: 'At the counter',
    text: 'When a seller comes with paper, a registrar enters the application: choose the seller, attach the scans. Whoever enters it takes no part in its review.',
    seller: 'Seller',
    note: 'Who came, with what',
    noteHint: 'E.g. name, identity checked, how many originals.',
    start: 'Begin at the counter',
    by: (name: string, note: string) => `Entered at the counter by ${name}. ${note}`,
    waiting: 'The seller can take it over, and then edits and submits itself.',
    takenOver: 'The seller has taken it over.',
    takeOver: 'Take the application over',
    takeOverAsk:
      'From then on your organisation edits and submits; the registrar at the counter no longer does.',
    takeOverDone: 'Taken over',
  },
);
