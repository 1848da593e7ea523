import type { Command } from '../command.js';
import { runTask } from '../task.js';

const NAME = 'rotate-certificate-key';

export const command: Command = {
  help: `jihui ${NAME} [--from DATE]
  为登记证明生成新的签名密钥，自 DATE（缺省为明天）起使用；现用密钥到前一日为止，公钥立即公布，旧证明仍可核验。
  已到期的密钥同时销毁其私钥部分。运行中的服务无需重启；重复执行同一日期只生效一次。
  Makes the key that signs certificates from DATE on (by default tomorrow) and publishes it at once; older
  certificates still verify. Keys that have ended lose their private part. A running server needs no restart.`,
  options: { from: { type: 'string' } },
  async run(typed) {
    const from = typed.text('from');
    await runTask(NAME, from === undefined ? {} : { from });
  },
};
