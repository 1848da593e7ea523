import { words } from '../i18n/index.js';

const number = (count: number): string => count.toLocaleString('en-US');

export const exportWords = words(
  {
    title: '导出单位资料',
    intro:
      '把本单位拥有的和作为一方参与的全部资料导出为一个压缩包：每类一个文件，附件和列明各文件哈希的清单在内。不含他方的内部备注与密封方案。',
    start: '导出全部资料',
    again: '重新导出',
    started: '已开始导出，完成后会发消息告知',
    fetch: '下载压缩包',
    progress: '导出进度',
    waiting: '等待开始。可以离开本页，完成后会发消息告知。',
    counts: (rows: number, files: number, filesInAll: number) =>
      `已写入 ${number(rows)} 条记录、${number(files)}/${number(filesInAll)} 个附件。可以离开本页，完成后会发消息告知。`,
    ready: (rows: number, files: number, size: string) =>
      `${number(rows)} 条记录、${number(files)} 个附件，${size}`,
    asked: '申请',
    until: '下载期限',
    failed: '未能导出',
    state: {
      WAITING: '等待开始',
      RUNNING: '正在导出',
      READY: '可下载',
      FAILED: '未完成',
      EXPIRED: '已过下载期限',
    },
    failure: {
      TOO_LARGE: '资料超过 4 GB 或附件超过 65,000 个，请联系平台运维人员导出。',
      INTERRUPTED: '多次中断，请重新导出；仍不成功的，请联系平台运维人员。',
      DEFECT: '导出时出错，请重新导出；仍不成功的，请联系平台运维人员。',
    },
  },
  {
    title: 'Export of records',
    intro:
      'One archive of everything that the organisation owns or is party to: a file for each kind, the attachments, and a list with the hash of each file. Nothing of other sides’ internal notes or sealed bids.',
    start: 'Export everything',
    again: 'Export again',
    started: 'The export has begun; you are told when it is ready',
    fetch: 'Download the archive',
    progress: 'Progress of the export',
    waiting: 'Waits for its turn. You may leave this page; you are told when it is ready.',
    counts: (rows: number, files: number, filesInAll: number) =>
      `${number(rows)} records and ${number(files)} of ${number(filesInAll)} attachments written. You may leave this page; you are told when it is ready.`,
    ready: (rows: number, files: number, size: string) =>
      `${number(rows)} records, ${number(files)} attachments, ${size}`,
    asked: 'Asked',
    until: 'Download until',
    failed: 'It could not be exported',
    state: {
      WAITING: 'Waiting',
      RUNNING: 'Being exported',
      READY: 'Ready',
      FAILED: 'Not done',
      EXPIRED: 'Expired',
    },
    failure: {
      TOO_LARGE: 'It is more than 4 GB or 65,000 attachments; ask the platform’s operator for it.',
      INTERRUPTED:
        'It was interrupted several times. Export again; if it fails again, ask the platform’s operator.',
      DEFECT: 'Something went wrong. Export again; if it fails again, ask the platform’s operator.',
    },
  },
);
