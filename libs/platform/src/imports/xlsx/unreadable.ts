import { DomainError } from '@jihui/kernel';

/** The file as a whole cannot be read. */
export class Unreadable extends DomainError {
  constructor(message = '文件不是有效的 .xlsx 工作簿，请用表格软件重新保存后再导入') {
    super('IMPORT.UNREADABLE', message);
  }
}

export const tooLarge = (): Unreadable =>
  new Unreadable('工作簿解开后过大，无法读取；请拆分成几个文件，或另存为 CSV UTF-8 再导入');
