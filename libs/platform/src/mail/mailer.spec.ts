import { jest } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { Mailer, MailRefused, MailServerAway } from './mailer.js';

const dataDir = mkdtempSync(join(tmpdir(), 'jihui-mail-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const mailer = (smtpUrl: string | null): Mailer =>
  new Mailer({
    dataDir,
    smtpUrl,
    mailFrom: '技汇 <no-reply@demo.cn>',
    publicUrl: 'https://jihui.demo.cn',
  } as Config);
const mail = {
  id: '019d0000-0000-7000-8000-000000000001',
  to: 'wang@demo.cn',
  subject: '公示期满',
  text: '请办理',
};

/** A mail server that takes everything and keeps what it was sent. */
async function smtpSink(): Promise<{ url: string; taken: string[]; close: () => void }> {
  const taken: string[] = [];
  const server = net.createServer((socket) => {
    let data: string | null = null;
    socket.write('220 sink\r\n');
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
        if (data !== null && line !== '.') data += `${line}\n`;
        else if (data !== null) {
          taken.push(data);
          data = null;
          socket.write('250 taken\r\n');
        } else if (/^DATA/i.test(line)) {
          data = '';
          socket.write('354 go on\r\n');
        } else socket.write(/^QUIT/i.test(line) ? '221 bye\r\n' : '250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, taken, close: () => server.close() };
}

/** A mail server that takes connections and answers as it is told; silent where it is told nothing. */
async function smtpServer(
  greeting: string,
  refusal = '',
): Promise<{ url: string; asked: () => number; close: () => void }> {
  let asked = 0;
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    asked += 1;
    sockets.add(socket.on('error', () => undefined));
    socket.write(greeting);
    socket.on('data', (chunk) => {
      if (refusal !== '') socket.write(/^RCPT/i.test(chunk.toString()) ? refusal : '250 ok\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { url: `smtp://127.0.0.1:${port}`, asked: () => asked, close };
}

describe('mail', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('is a file by default; sent again it is the same file', async () => {
    await mailer(null).send(mail);
    await mailer(null).send(mail);
    const [name, ...others] = readdirSync(join(dataDir, 'mail'));
    expect([name, others]).toEqual([`${mail.id}.eml`, []]);
    const text = readFileSync(join(dataDir, 'mail', `${mail.id}.eml`), 'utf8');
    expect(text).toContain('To: wang@demo.cn');
    expect(text).toContain(`Message-ID: <${mail.id}@jihui.demo.cn>`);
  });

  it('goes to the server that SMTP_URL names, under the same Message-ID each time', async () => {
    const sink = await smtpSink();
    await mailer(sink.url).send(mail);
    await mailer(sink.url).send(mail);
    sink.close();
    expect(sink.taken).toHaveLength(2);
    for (const text of sink.taken) expect(text).toContain(`Message-ID: <${mail.id}@jihui.demo.cn>`);
  });

  it('that no server takes is an error, so that its job tries again', async () => {
    await expect(mailer('smtp://127.0.0.1:1').send(mail)).rejects.toThrow('ECONNREFUSED');
  });

  it('does not wait for a server that hangs as nodemailer would: two minutes, and ten in the middle of a mail', async () => {
    for (const [greeting, wait] of [
      ['', 'greetingTimeout'],
      ['220 here\r\n', 'socketTimeout'],
    ] as const) {
      const { url, close } = await smtpServer(greeting);
      const hanging = mailer(url) as unknown as { transport: { options: Record<string, number> } };
      expect(hanging.transport.options[wait]).toBeLessThanOrEqual(20_000);
      await expect(mailer(`${url}?${wait}=50`).send(mail)).rejects.toMatchObject({
        cause: { code: 'ETIMEDOUT' },
      });
      close();
    }
  });

  it('leaves a server alone that gave no answer, and says so once', async () => {
    const { url, asked, close } = await smtpServer('');
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const one = mailer(`${url}?greetingTimeout=50`);
    await expect(one.send(mail)).rejects.toMatchObject({ cause: { code: 'ETIMEDOUT' } });
    await expect(one.send(mail)).rejects.toThrow(MailServerAway);
    expect(asked()).toBe(1);
    expect(warn.mock.calls).toEqual([[expect.stringContaining('邮件服务器没有应答')]]);
    warn.mockRestore();
    close();
  });

  it('gives up an address that does not exist, and nothing that settings refuse', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const unknown = await smtpServer('220 here\r\n', '550 5.1.1 no such user\r\n');
    await mailer(unknown.url).send(mail);
    expect(warn.mock.calls).toEqual([[expect.stringContaining(mail.id)]]);
    expect(JSON.stringify(warn.mock.calls)).not.toContain(mail.to);
    const closed = await smtpServer('220 here\r\n', '550 5.7.1 <wang@demo.cn>: relaying denied\r\n');
    const refused = mailer(closed.url).send(mail);
    await expect(refused).rejects.toThrow(MailRefused);
    await expect(refused).rejects.toThrow('550 5.7.1 <…>: relaying denied');
    warn.mockRestore();
    unknown.close();
    closed.close();
  });
});
