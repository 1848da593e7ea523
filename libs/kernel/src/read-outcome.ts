/** How the reading of a file's text ended, as the reader says it. */
export const READ_STATUS = {
  READ: '已识别文字',
  NO_TEXT: '扫描件或图片，没有可识别的文字',
  ENCRYPTED: '文件已加密，无法打开',
  DAMAGED: '文件已损坏，无法打开',
  BOMB: '压缩内容异常，已拒绝解压',
  TOO_LARGE: '文件内容过大，未能识别',
  TOO_SLOW: '识别超时，未能识别',
  OLD_WORD: '旧版 Word 文件（.doc），无法识别',
  UNSUPPORTED: '不是 PDF 或 DOCX 文件，无法识别',
  MISSING: '文件内容不在本平台，无法识别',
} as const;
export type ReadStatus = keyof typeof READ_STATUS;
export type TextFormat = 'PDF' | 'DOCX';

/** What the reader's process answers. */
export interface ReadOutcome {
  readonly status: ReadStatus;
  /** Of documents; a workbook has none. */
  readonly format?: TextFormat;
  /** Lines as they stand; cells of a table row apart by tabs. A workbook's sheets, one after the other. */
  readonly pages?: readonly string[];
  /** Of the file; more than `pages` where the rest was cut. */
  readonly pageCount?: number;
  /** False for a DOCX in which Word left no marks of its pages: then all is one page. */
  readonly pagesKnown?: boolean;
  readonly cut?: boolean;
  /** The end of the file is missing. */
  readonly truncated?: boolean;
  /** What stands beside the text, where it was asked for: heads and feet, notes, comments, drawings, properties. */
  readonly beside?: string;
  readonly detail?: string;
}
